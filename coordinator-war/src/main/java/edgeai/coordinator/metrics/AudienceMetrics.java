package edgeai.coordinator.metrics;

import edgeai.common.live.LiveMetrics;
import edgeai.common.metrics.Figures;
import edgeai.coordinator.live.LiveFeed;
import edgeai.coordinator.stream.StreamHub;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

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
    LiveMetrics.register(feed::clients, feed::dropped, feed::ended);
  }
}
