package edgeai.coordinator.metrics;

import edgeai.common.live.LiveChannel;
import edgeai.coordinator.live.LiveFeed;
import edgeai.coordinator.stream.StreamHub;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;

/** What Prometheus sees of those who watch and listen. */
@ApplicationScoped
public class AudienceMetrics {
  private final StreamHub stream;
  private final LiveFeed feed;

  @Inject
  AudienceMetrics(StreamHub stream, LiveFeed feed) {
    this.stream = stream;
    this.feed = feed;
  }

  /** For the container's proxy. */
  AudienceMetrics() {
    this(null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    Figures.gauge("edge_stream_viewers", "Viewers of the live stream.", stream::viewers);
    Figures.gauge("edge_websocket_clients", "Listeners on the WebSocket.", feed::clients);
    Figures.counter(
        "edge_websocket_dropped_messages_total",
        "Messages that listeners lost because they read too slowly.",
        feed::dropped);
    CounterWithCallback.builder()
        .name("edge_websocket_closed_total")
        .help("Listeners that the server turned away or closed.")
        .labelNames("reason")
        .callback(
            callback -> {
              for (LiveChannel.End end : LiveChannel.End.values()) {
                callback.call(feed.ended(end), end.name().toLowerCase(Locale.ROOT));
              }
            })
        .register();
  }
}
