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

  private final Schedule schedule;
  private final Fleet fleet;

  @Inject
  public FleetWatch(Schedule schedule, Fleet fleet) {
    this.schedule = schedule;
    this.fleet = fleet;
  }

  /** For the container's proxy. */
  FleetWatch() {
    this(null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    schedule.every("fleet watch", EACH, fleet::watch);
  }
}
