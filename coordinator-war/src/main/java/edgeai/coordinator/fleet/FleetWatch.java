package edgeai.coordinator.fleet;

import edgeai.common.guard.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks after the pool once a second. */
@ApplicationScoped
public class FleetWatch {
  private static final Duration EACH = Duration.ofSeconds(1);

  @Inject private Schedule schedule;
  @Inject private Fleet fleet;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    schedule.every("fleet watch", EACH, fleet::watch);
  }
}
