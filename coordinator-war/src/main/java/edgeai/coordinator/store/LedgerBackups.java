package edgeai.coordinator.store;

import edgeai.common.guard.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Backups while the server runs, when the command asks for one. */
@ApplicationScoped
public class LedgerBackups {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Database database;
  private final Schedule schedule;

  @Inject
  public LedgerBackups(Database database, Schedule schedule) {
    this.database = database;
    this.schedule = schedule;
  }

  /** For the container's proxy. */
  LedgerBackups() {
    this(null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    schedule.every("backups", PAUSE, database::backUpIfWanted);
  }
}
