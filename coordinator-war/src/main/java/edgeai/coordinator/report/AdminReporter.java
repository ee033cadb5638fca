package edgeai.coordinator.report;

import edgeai.common.admin.AdminClient;
import edgeai.common.admin.AdminLink;
import edgeai.common.admin.EventStore;
import edgeai.common.admin.LinkMetrics;
import edgeai.common.guard.Schedule;
import edgeai.common.metrics.Figures;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.settings.StartRefusal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The coordinator as a camera of the admin server: what jobs show, while they do, and alerts go
 * from the database into the store on disk, from where they are delivered in order.
 */
@ApplicationScoped
public class AdminReporter {
  private static final Logger LOG = Logger.getLogger(AdminReporter.class.getName());
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final CoordinatorSettings settings;
  private final AdminClient client;
  private final AdminReports reports;
  private final Sightings sightings;
  private final Outbox outbox;
  private final Clock clock;
  private final Schedule schedule;
  private final ManagedExecutorService executor;

  private EventStore store;
  private AdminLink link;
  private Future<?> loop;

  @Inject
  public AdminReporter(
      CoordinatorSettings settings,
      AdminClient client,
      AdminReports reports,
      Sightings sightings,
      Outbox outbox,
      Clock clock,
      Schedule schedule,
      @Named("report") ManagedExecutorService executor) {
    this.settings = settings;
    this.client = client;
    this.reports = reports;
    this.sightings = sightings;
    this.outbox = outbox;
    this.clock = clock;
    this.schedule = schedule;
    this.executor = executor;
  }

  /** For the container's proxy. */
  AdminReporter() {
    this(null, null, null, null, null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    settings.admin().address().ifPresent(this::start);
  }

  private void start(URI admin) {
    Path file = settings.dataDir().resolve("admin").resolve("events");
    try {
      store = EventStore.open(file, EventStore.MAX_EVENTS, EventStore.MAX_BYTES);
    } catch (IOException e) {
      throw StartRefusal.refuse(
          "Events for the admin server cannot be kept in %s: %s.".formatted(file, e));
    }
    link = new AdminLink(client, admin, reports.identity(), store, HEARTBEAT);
    LinkMetrics.register(link);
    loop = executor.submit(link);
    schedule.every(
        "sightings",
        SightingDelivery.PERIOD,
        new SightingDelivery(sightings, reports, link, clock));
    schedule.every("outbox", OutboxDelivery.PERIOD, new OutboxDelivery(outbox, link));
    register();
  }

  private void register() {
    Figures.gauge(
        "edge_admin_outbox_rows",
        "Alerts that are stored and not yet among the events for the admin server.",
        outbox::waiting);
    Figures.counter(
        "edge_admin_outbox_dropped_total",
        "Alerts that the admin server is not told of, since too many were stored.",
        outbox::dropped);
  }

  @PreDestroy
  void stop() {
    if (loop != null) {
      loop.cancel(true);
      try {
        store.close();
      } catch (IOException e) {
        LOG.log(Level.FINE, "the store of events was not closed", e);
      }
    }
  }
}
