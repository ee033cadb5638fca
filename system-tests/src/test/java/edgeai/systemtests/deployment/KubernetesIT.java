package edgeai.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Observability;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manifests beside a coordinator that runs. */
@OnServers
class KubernetesIT {
  private final Pool pool;

  KubernetesIT(Pool pool) {
    this.pool = pool;
  }

  /** What the autoscaler asks for by name. */
  static List<Object> metrics() {
    return Manifests.all()
        .filter(HorizontalPodAutoscaler.class::isInstance)
        .map(HorizontalPodAutoscaler.class::cast)
        .flatMap(scaler -> scaler.getSpec().getMetrics().stream())
        .filter(metric -> metric.getType().equals("External"))
        .map(MetricSpec::getExternal)
        .<Object>map(external -> external.getMetric().getName())
        .toList();
  }

  @Test
  void theCoordinatorHasWhatTheAutoscalerAsksFor() {
    assertThat(Observability.metricsOf(pool.http()))
        .hasSizeGreaterThan(metrics().size())
        .containsAll(metrics().stream().map(String::valueOf).toList());
  }
}
