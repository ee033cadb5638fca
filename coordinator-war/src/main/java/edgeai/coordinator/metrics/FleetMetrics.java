package edgeai.coordinator.metrics;

import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.fleet.WorkerTally;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.model.snapshots.Quantiles;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What Prometheus sees of each worker: as many series as there may be workers, and none of one that
 * left.
 */
@ApplicationScoped
public class FleetMetrics {
  private static final List<String> CIRCUITS = List.of("closed", "half_open", "open");

  private final Fleet fleet;

  @Inject
  FleetMetrics(Fleet fleet) {
    this.fleet = fleet;
  }

  /** For the container's proxy. */
  FleetMetrics() {
    this(null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    GaugeWithCallback.builder()
        .name("edge_worker_circuit")
        .help("1 for the state that a worker's circuit is in.")
        .labelNames("worker", "state")
        .callback(callback -> fleet.nodes().forEach(node -> circuit(callback, node)))
        .register();
    CounterWithCallback.builder()
        .name("edge_worker_attempts_total")
        .help("Frames that a worker was given and that are over, by what came of it.")
        .labelNames("worker", "outcome")
        .callback(callback -> fleet.nodes().forEach(node -> attempts(callback, node)))
        .register();
    SummaryWithCallback.builder()
        .name("edge_worker_inference_seconds")
        .help("Inference of a frame as the worker measured it.")
        .labelNames("worker")
        .callback(callback -> fleet.nodes().forEach(node -> inference(callback, node)))
        .register();
  }

  private static void circuit(GaugeWithCallback.Callback callback, WorkerNode node) {
    String now = node.circuit();
    CIRCUITS.forEach(state -> callback.call(state.equals(now) ? 1 : 0, node.id(), state));
  }

  private static void attempts(CounterWithCallback.Callback callback, WorkerNode node) {
    node.tally()
        .attempts()
        .forEach((outcome, count) -> callback.call(count.sum(), node.id(), outcome));
  }

  private static void inference(SummaryWithCallback.Callback callback, WorkerNode node) {
    WorkerTally tally = node.tally();
    callback.call(tally.inferred(), tally.inferredSeconds(), Quantiles.EMPTY, node.id());
  }
}
