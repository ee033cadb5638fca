package edgeai.coordinator.alert;

import edgeai.common.alert.AlertRules;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.result.FrameSeen;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Looks at every frame's result. */
@ApplicationScoped
public class AlertJudge {
  private final CoordinatorSettings settings;
  private final AlertLog log;

  private AlertRules rules;

  @Inject
  public AlertJudge(CoordinatorSettings settings, AlertLog log) {
    this.settings = settings;
    this.log = log;
  }

  /** For the container's proxy. */
  AlertJudge() {
    this(null, null);
  }

  @PostConstruct
  void prepare() {
    rules = new AlertRules(settings.alerts());
  }

  void onFrame(@Observes FrameSeen seen) {
    FrameResult result = seen.result();
    if (result.wasInferred() && result.processingTimeMs() <= settings.alerts().slowInferenceMs()) {
      log.quick(result.workerId());
    }
    long atMs =
        result.mediaTimeMs() == null ? result.receivedAt().toEpochMilli() : result.mediaTimeMs();
    rules.judge(result).forEach(alert -> log.raise(alert, atMs));
    if (result.workerId().equals(Fleet.LOCAL_ID)) {
      rules.sighting(result).ifPresent(alert -> log.raise(alert, atMs)); // others post their own
    }
  }
}
