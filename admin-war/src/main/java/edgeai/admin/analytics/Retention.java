package edgeai.admin.analytics;

import edgeai.admin.settings.AdminSettings;
import edgeai.admin.store.EventWriter;
import edgeai.common.guard.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/**
 * Removes from the log what is too old or too much, in small batches among the others' writes.
 * Totals stay.
 */
@ApplicationScoped
public class Retention {
  private static final int BATCH = 1_000;

  /** A few, since each may be large. */
  private static final int VOLUME_BATCH = 100;

  private static final Duration EACH = Duration.ofSeconds(15);

  private final AdminSettings settings;
  private final LogRepository log;
  private final Buckets series;
  private final LogVolume volume;
  private final EventWriter writer;
  private final Clock clock;
  private final Schedule schedule;

  private final LongAdder purged = new LongAdder();

  @Inject
  public Retention(
      AdminSettings settings,
      LogRepository log,
      Buckets series,
      LogVolume volume,
      EventWriter writer,
      Clock clock,
      Schedule schedule) {
    this.settings = settings;
    this.log = log;
    this.series = series;
    this.volume = volume;
    this.writer = writer;
    this.clock = clock;
    this.schedule = schedule;
  }

  /** For the container's proxy. */
  Retention() {
    this(null, null, null, null, null, null, null);
  }

  private interface Deletion {
    int run(Connection connection) throws SQLException;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    schedule.every("retention", EACH, this::purge);
  }

  /** Removes all that is too old or too much. */
  void purge() {
    Instant limit = clock.instant().minus(settings.events().retention());
    for (long upTo = purgeable(limit); upTo >= 0; upTo = purgeable(limit)) {
      deleteUpTo(upTo);
    }
    int buckets;
    do {
      buckets = delete(connection -> series.deleteBefore(connection, limit, BATCH));
    } while (buckets > 0);
    purgeVolume();
  }

  /** What holds too much although it is neither old nor many. */
  private void purgeVolume() {
    long gone = 1;
    for (long excess = volume.characters().excess(); excess > 0 && gone > 0; excess -= gone) {
      LogRepository.Extent extent = log.extent();
      gone = deleteUpTo(Math.min(extent.last(), extent.first() + VOLUME_BATCH - 1));
    }
    gone = 1;
    for (long excess = volume.buckets().excess(); excess > 0 && gone > 0; excess -= gone) {
      gone = delete(connection -> series.deleteOldest(connection, BATCH));
    }
  }

  /** Gives how many characters went. */
  private long deleteUpTo(long last) {
    long[] gone = new long[1];
    purged.add(
        delete(
            connection -> {
              gone[0] = LogRepository.charactersUpTo(connection, last);
              return LogRepository.deleteUpTo(connection, last);
            }));
    volume.characters().add(-gone[0]);
    return gone[0];
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
}
