package edgeai.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.settings.Catalogue;
import edgeai.settings.Program;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.Setting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests, held against Kubernetes' types and against what the servers know. */
class KubernetesTest {
  private static final String WITHOUT_TYPES = "kustomization.yaml";

  /** A part of another program's settings. */
  private static final String OF_THE_ADAPTER = "prometheus-adapter.yaml";

  static Stream<String> files() {
    return Manifests.files().stream();
  }

  static Stream<Container> servers() {
    return Manifests.servers();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachFieldIsOneThatKubernetesHas(String file) {
    assertThat(Manifests.of(Manifests.FILES.text(file)))
        .isNotEmpty()
        .allSatisfy(manifest -> assertThat(manifest.getMetadata().getName()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"readinessProbe", "periodSeconds", "securityContext", "mountPath"})
  void aWordThatIsMisspeltIsFound(String word) {
    String wrong = Manifests.FILES.text("coordinator.yaml").replace(word, word + "x");
    assertThatThrownBy(() -> Manifests.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unrecognized field");
  }

  @Test
  void noFileIsLeftOut() throws IOException {
    try (Stream<Path> there = Files.list(Manifests.FILES.folder())) {
      assertThat(there.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(files(), Stream.of(WITHOUT_TYPES, OF_THE_ADAPTER)).toList());
    }
    assertThat(Manifests.FILES.text(WITHOUT_TYPES))
        .contains(files().map(file -> "- " + file).toList());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatAServerIsToldItKnows(Container server) {
    assertThat(server.getArgs()).hasSize(2).startsWith("exec");
    Program program = Program.valueOf(server.getArgs().get(1).toUpperCase(Locale.ROOT));
    WrittenSettings.requireUsable(
        program,
        server.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue)));
    assertThat(server.getPorts()).hasSize(1);
    assertThat(server.getPorts().getFirst().getContainerPort()).isEqualTo(usualPort(program));
    assertThat(List.of(server.getStartupProbe(), server.getLivenessProbe()))
        .extracting(KubernetesTest::path)
        .containsOnly("/mp-health/live");
    assertThat(path(server.getReadinessProbe())).isEqualTo("/mp-health/ready");
  }

  private static String path(Probe probe) {
    assertThat(probe.getTimeoutSeconds()).as("the model may take 5 s").isGreaterThan(5);
    return probe.getHttpGet().getPath();
  }

  private static Integer usualPort(Program program) {
    Setting<?> port =
        Catalogue.of(program).stream()
            .filter(setting -> setting.name().equals(ServerCatalogue.COORDINATOR_PORT.name()))
            .findFirst()
            .orElseThrow();
    return Integer.valueOf(port.fallback().value().map(String::valueOf).orElseThrow());
  }

  /** As the namespace asks for: its pods would be turned away otherwise. */
  @Test
  void podsAreRestricted() {
    assertThat(Manifests.pods()).hasSize(4).allSatisfy(KubernetesTest::requireRestricted);
  }

  private static void requireRestricted(PodSpec pod) {
    PodSecurityContext all = pod.getSecurityContext();
    assertThat(all.getRunAsNonRoot()).isTrue();
    assertThat(all.getRunAsUser()).as("that of the image").isEqualTo(Images.user());
    assertThat(all.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(125);
    Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
        .forEach(
            container -> {
              SecurityContext own = container.getSecurityContext();
              assertThat(own.getAllowPrivilegeEscalation()).isFalse();
              assertThat(own.getReadOnlyRootFilesystem()).isTrue();
              assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(container.getResources().getLimits()).containsKey("memory");
            });
  }

  @Test
  void theAdapterHandsOnWhatTheAutoscalerAsksFor() {
    Map<String, Object> rules = Manifests.FILES.document(OF_THE_ADAPTER);
    assertThat(YamlFiles.list(rules.get("externalRules")))
        .extracting(rule -> YamlFiles.object(rule).get("seriesQuery"))
        .containsExactlyElementsOf(KubernetesIT.metrics());
  }
}
