package edgeai.systemtests.deployment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project's manifests by Kubernetes' own types, made of its API's description: a field that
 * these do not have, or of another type, is refused.
 */
final class Manifests {
  static final YamlFiles FILES = YamlFiles.of("kubernetes");

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "v1/Namespace", Namespace.class,
          "v1/Service", Service.class,
          "apps/v1/StatefulSet", StatefulSet.class,
          "apps/v1/Deployment", Deployment.class,
          "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
          "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
          "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class);

  /** The types keep what they do not know, which nobody would hear of. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated field) {
                  return false;
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private Manifests() {}

  static List<String> files() {
    return List.of(
        "namespace.yaml",
        "coordinator.yaml",
        "worker.yaml",
        "worker-gpu.yaml",
        "admin.yaml",
        "network.yaml",
        "autoscaling.yaml");
  }

  static List<HasMetadata> of(String text) {
    return YamlFiles.documents(text).stream().map(Manifests::read).toList();
  }

  private static HasMetadata read(Map<String, Object> document) {
    String kind = "%s/%s".formatted(document.get("apiVersion"), document.get("kind"));
    return STRICT.convertValue(
        document,
        Optional.ofNullable(KINDS.get(kind))
            .orElseThrow(() -> new IllegalArgumentException("no kind " + kind)));
  }

  static Stream<HasMetadata> all() {
    return files().stream().flatMap(file -> of(FILES.text(file)).stream());
  }

  /** What runs, of whatever kind makes it run. */
  static Stream<PodSpec> pods() {
    return all()
        .flatMap(
            manifest ->
                switch (manifest) {
                  case StatefulSet set -> Stream.of(set.getSpec().getTemplate().getSpec());
                  case Deployment some -> Stream.of(some.getSpec().getTemplate().getSpec());
                  default -> Stream.empty();
                });
  }

  /** Those that go on, without what prepares them. */
  static Stream<Container> servers() {
    return pods().flatMap(pod -> pod.getContainers().stream());
  }
}
