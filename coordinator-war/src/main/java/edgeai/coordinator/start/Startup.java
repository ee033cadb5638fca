package edgeai.coordinator.start;

import edgeai.common.process.OwnPort;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.job.JobKeeper;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The last step of the start: the local worker joins, and unfinished jobs are taken up. */
@ApplicationScoped
public class Startup {
  private static final Logger LOG = Logger.getLogger(Startup.class.getName());
  private static final int LAST = 10_000;

  private final CoordinatorSettings settings;
  private final PoolModel model;
  private final Fleet fleet;
  private final JobKeeper jobs;
  private final OwnPort port;
  private final Clock clock;

  private volatile Instant startedAt;
  private volatile boolean ready;

  @Inject
  public Startup(
      CoordinatorSettings settings,
      PoolModel model,
      Fleet fleet,
      JobKeeper jobs,
      OwnPort port,
      Clock clock) {
    this.settings = settings;
    this.model = model;
    this.fleet = fleet;
    this.jobs = jobs;
    this.port = port;
    this.clock = clock;
  }

  /** For the container's proxy. */
  Startup() {
    this(null, null, null, null, null, null);
  }

  void start(@Observes @Priority(LAST) @Initialized(ApplicationScoped.class) Object event) {
    startedAt = clock.instant();
    port.watch();
    if (settings.inference().localWorker()) {
      fleet.addLocal(local(model.card()));
    }
    jobs.start();
    model.tidy();
    ready = true;
    LOG.log(Level.INFO, "coordinator ready on {0}", port.page());
  }

  private WorkerRegistration local(ModelCard card) {
    return new WorkerRegistration(
        Fleet.LOCAL_ID,
        "coordinator",
        settings.host(),
        settings.port(),
        List.of(WorkerRegistration.CAPABILITY),
        List.of(WorkerRegistration.JPEG, WorkerRegistration.CUT_JPEG),
        card.sha256(),
        card.name(),
        card.provider(),
        settings.inference().callers() + 1,
        card.note());
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** True once everything above is done. */
  public boolean isReady() {
    return ready;
  }
}
