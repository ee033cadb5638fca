package edgeai.admin.analytics;

import edgeai.admin.store.AdminDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much the event log and the series hold, so that few events that are large, or many names in
 * each minute, do not fill the disk. Counted along; read from the database once after each start,
 * and again where it looks like too much, never on the writer's thread.
 */
@ApplicationScoped
public class LogVolume {
  /** Of the counts of all events; ten million usual ones hold half of that. */
  static final long MOST_CHARACTERS = 512L << 20;

  /** A row for each label of each camera in each minute, and in each hour. */
  static final long MOST_BUCKETS = 10_000_000;

  private final Kept characters;
  private final Kept buckets;

  @Inject
  public LogVolume(AdminDatabase database) {
    this(database, MOST_CHARACTERS, MOST_BUCKETS);
  }

  LogVolume(AdminDatabase database, long mostCharacters, long mostBuckets) {
    this.characters =
        new Kept(
            database,
            "select coalesce(sum(char_length(counts)), 0) from detection",
            mostCharacters);
    this.buckets = new Kept(database, "select count(*) from bucket", mostBuckets);
  }

  /** For the container's proxy. */
  LogVolume() {
    this(null, 0, 0);
  }

  /** One of the two. */
  static final class Kept {
    private static final long UNKNOWN = Long.MIN_VALUE / 2;

    private final AdminDatabase database;
    private final String sum;
    private final long most;
    private final AtomicLong about = new AtomicLong(UNKNOWN);

    private Kept(AdminDatabase database, String sum, long most) {
      this.database = database;
      this.sum = sum;
      this.most = most;
    }

    /** So much came, or, below 0, went. */
    void add(long more) {
      about.addAndGet(more);
    }

    long now() {
      return Math.max(0, about.get());
    }

    /** How much there is too much, 0 where there is room. */
    long excess() {
      if (about.get() < 0 || about.get() > most) {
        about.set(database.list(sum, row -> row.getLong(1)).get(0));
      }
      return Math.max(0, about.get() - most);
    }
  }

  /** Characters of the log. */
  Kept characters() {
    return characters;
  }

  /** Rows of the series. */
  Kept buckets() {
    return buckets;
  }

  public long charactersKept() {
    return characters.now();
  }

  public long bucketsKept() {
    return buckets.now();
  }
}
