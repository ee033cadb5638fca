package edgeai.common.live;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** Those who listen to a server, in figures for Prometheus. */
public final class LiveMetrics {
  private LiveMetrics() {}

  /**
   * Shows them from now on.
   *
   * @param clients that there are
   * @param dropped messages that clients lost
   * @param ended clients closed for a reason
   */
  public static void register(
      LongSupplier clients, LongSupplier dropped, ToLongFunction<LiveChannel.End> ended) {
    GaugeWithCallback.builder()
        .name("edge_websocket_clients")
        .help("Listeners on the WebSocket.")
        .callback(callback -> callback.call(clients.getAsLong()))
        .register();
    CounterWithCallback.builder()
        .name("edge_websocket_dropped_messages_total")
        .help("Messages that listeners lost because they read too slowly.")
        .callback(callback -> callback.call(dropped.getAsLong()))
        .register();
    CounterWithCallback.builder()
        .name("edge_websocket_closed_total")
        .help("Listeners that the server turned away or closed.")
        .labelNames("reason")
        .callback(
            callback -> {
              for (LiveChannel.End end : LiveChannel.End.values()) {
                callback.call(ended.applyAsLong(end), end.name().toLowerCase(Locale.ROOT));
              }
            })
        .register();
  }
}
