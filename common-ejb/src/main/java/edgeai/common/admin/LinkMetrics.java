package edgeai.common.admin;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;

/** What Prometheus sees of a link to the admin server. */
public final class LinkMetrics {
  private LinkMetrics() {}

  /** Registers the metrics of the one link that a server has. */
  public static void register(AdminLink link) {
    GaugeWithCallback.builder()
        .name("edge_admin_known")
        .help("1 while the admin server answers and knows this camera.")
        .callback(callback -> callback.call(link.isKnown() ? 1 : 0))
        .register();
    GaugeWithCallback.builder()
        .name("edge_admin_events_waiting")
        .help("Events that the admin server has not taken yet.")
        .callback(callback -> callback.call(link.waiting()))
        .register();
    CounterWithCallback.builder()
        .name("edge_admin_events_delivered_total")
        .help("Events that the admin server took.")
        .callback(callback -> callback.call(link.delivered()))
        .register();
    CounterWithCallback.builder()
        .name("edge_admin_events_dropped_total")
        .help("Events that never reach it: the store was full, it refused, the disk failed.")
        .labelNames("reason")
        .callback(
            callback -> {
              callback.call(link.dropped(), "full");
              callback.call(link.refused(), "refused");
              callback.call(link.lost(), "disk");
            })
        .register();
  }
}
