package edgeai.admin.analytics;

import edgeai.admin.settings.AdminSettings;
import edgeai.admin.store.EventWriter;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes old events from the log, in small batches among the others' writes. Totals stay. */
@ApplicationScoped
public class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class.getName());
  private static final int BATCH = 1_000;
  private static final long EVERY_S = 60;

  @Inject private AdminSettings settings;
  @Inject private LogRepository log;
  @Inject private EventWriter writer;
  @Inject private Clock clock;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService scheduler;

  private final LongAdder purged = new LongAdder();
  private ScheduledFuture<?> purging;

  private interface Deletion {
    int run(Connection connection) throws SQLException;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    purging =
        scheduler.scheduleWithFixedDelay(this::purgeQuietly, EVERY_S, EVERY_S, TimeUnit.SECONDS);
  }

  private void purgeQuietly() {
    try {
      purge();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "old events could not be removed, trying again later", e);
    }
  }

  /** Removes all that is too old or too much. */
  void purge() {
    Instant limit = clock.instant().minus(settings.events().retention());
    for (long upTo = purgeable(limit); upTo >= 0; upTo = purgeable(limit)) {
      long last = upTo;
      purged.add(delete(connection -> LogRepository.deleteUpTo(connection, last)));
    }
    int buckets;
    do {
      buckets = delete(connection -> Buckets.deleteBefore(connection, limit, BATCH));
    } while (buckets > 0);
  }

  /** Up to which number the next batch goes, -1 where nothing is left to do. */
  private long purgeable(Instant limit) {
    LogRepository.Extent extent = log.extent();
    long tooMuch = extent.last() - settings.events().most();
    if (extent.first() <= tooMuch) {
      return Math.min(tooMuch, extent.first() + BATCH - 1);
    }
    return extent.oldest().isBefore(limit) ? log.numberBefore(limit, BATCH) : -1;
  }

  private int delete(Deletion deletion) {
    int[] deleted = new int[1];
    writer.write(connection -> deleted[0] = deletion.run(connection));
    return deleted[0];
  }

  /** Events removed since the start. */
  public long purged() {
    return purged.sum();
  }

  @PreDestroy
  void stop() {
    purging.cancel(true);
  }
}
