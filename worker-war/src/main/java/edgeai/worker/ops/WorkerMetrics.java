package edgeai.worker.ops;

import edgeai.worker.infer.InferenceStage;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** What Prometheus sees of a worker beside the MicroProfile metrics. */
@ApplicationScoped
public class WorkerMetrics {
  @Inject private InferenceStage inference;
  @Inject private Clock clock;

  private Instant startedAt;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    startedAt = clock.instant();
    CounterWithCallback.builder()
        .name("edge_worker_frames_total")
        .help("Frames inferred since the start.")
        .callback(callback -> callback.call(inference.frames()))
        .register();
    GaugeWithCallback.builder()
        .name("edge_worker_frames_in_flight")
        .help("Frames at this worker at this moment.")
        .callback(callback -> callback.call(inference.inFlight()))
        .register();
  }

  Instant startedAt() {
    return startedAt;
  }

  @PreDestroy
  void unregister() {
    PrometheusRegistry.defaultRegistry.clear();
  }
}
