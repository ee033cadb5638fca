package edgeai.admin.start;

import edgeai.admin.analytics.Totals;
import edgeai.admin.camera.Cameras;
import edgeai.admin.settings.AdminSettings;
import edgeai.common.process.OwnPort;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The last step of the start: what is stored is in memory. */
@ApplicationScoped
public class AdminStartup {
  private static final Logger LOG = Logger.getLogger(AdminStartup.class.getName());
  private static final int LAST = 10_000;

  private final AdminSettings settings;
  private final Cameras cameras;
  private final Totals totals;
  private final OwnPort port;
  private final Clock clock;

  private volatile Instant startedAt;
  private volatile boolean ready;

  @Inject
  public AdminStartup(
      AdminSettings settings, Cameras cameras, Totals totals, OwnPort port, Clock clock) {
    this.settings = settings;
    this.cameras = cameras;
    this.totals = totals;
    this.port = port;
    this.clock = clock;
  }

  /** For the container's proxy. */
  AdminStartup() {
    this(null, null, null, null, null);
  }

  void start(@Observes @Priority(LAST) @Initialized(ApplicationScoped.class) Object event) {
    startedAt = clock.instant();
    port.watch();
    LOG.log(
        Level.INFO,
        "{0} cameras and {1} events are known",
        new Object[] {cameras.list().size(), totals.events()});
    ready = true;
    LOG.log(Level.INFO, "admin server ready on {0}", port.page());
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** True once everything above is done. */
  public boolean isReady() {
    return ready;
  }
}
