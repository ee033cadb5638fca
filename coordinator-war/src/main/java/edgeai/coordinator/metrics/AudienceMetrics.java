package edgeai.coordinator.metrics;

import edgeai.common.http.LongAnswers;
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
  private final LongAnswers answers;

  @Inject
  AudienceMetrics(StreamHub stream, LiveFeed feed, LongAnswers answers) {
    this.stream = stream;
    this.feed = feed;
    this.answers = answers;
  }

  /** For the container's proxy. */
  AudienceMetrics() {
    this(null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    Figures.gauge("edge_stream_viewers", "Viewers of the live stream.", stream::viewers);
    Figures.gauge(
        "edge_long_answers",
        "Lists and downloads that are being written.",
        () -> answers.lists().running());
    Figures.counter(
        "edge_long_answers_refused_total",
        "Lists and downloads that were asked for while as many as may be were being written.",
        () -> answers.lists().refused());
    Figures.gauge(
        "edge_model_downloads",
        "Files of models that are being written.",
        () -> answers.models().running());
    Figures.counter(
        "edge_model_downloads_refused_total",
        "Files of models that were asked for while as many as may be were being written.",
        () -> answers.models().refused());
    LiveMetrics.register(feed::clients, feed::dropped, feed::ended);
  }
}
