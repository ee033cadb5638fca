package edgeai.coordinator.alert;

import edgeai.common.alert.AlertRules;
import edgeai.coordinator.result.FrameSeen;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Looks at every frame's result. */
@ApplicationScoped
public class AlertJudge {
  @Inject private CoordinatorSettings settings;
  @Inject private AlertLog log;

  private AlertRules rules;

  @PostConstruct
  void prepare() {
    rules = new AlertRules(settings.alerts());
  }

  void onFrame(@Observes FrameSeen seen) {
    rules.judge(seen.result()).forEach(log::raise);
  }
}
