package edgeai.common.api;

import edgeai.common.http.AnswerPlaces;
import edgeai.common.metrics.Figures;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The places for the description of the calls and its pages. */
@ApplicationScoped
public class ApiPlaces {
  /** Each holds up to 2 MB and a thread for as long as its reader takes. */
  private static final int MOST = 4;

  private final AnswerPlaces places = new AnswerPlaces(MOST, "descriptions of the calls");

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    Figures.gauge(
        "edge_api_pages", "Descriptions of the calls that are being written.", places::running);
    Figures.counter(
        "edge_api_pages_refused_total",
        "Descriptions of the calls that were asked for while as many as may be were being written.",
        places::refused);
  }

  AnswerPlaces places() {
    return places;
  }
}
