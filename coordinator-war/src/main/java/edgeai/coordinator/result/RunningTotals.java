package edgeai.coordinator.result;

import edgeai.common.store.GroupChanges;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import edgeai.settings.JobCatalogue;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was seen altogether: read in constant time however many frames came, written once in the
 * transaction that stores a group of results, read back at start. Names beyond a thousand count as
 * {@code other}.
 */
@ApplicationScoped
public class RunningTotals {
  private static final int NAMES = 1_000;
  private static final String OTHER = "other";
  private static final String REMOVED = "removed";

  private final Database database;
  private final LedgerWriter ledger;

  private final Map<String, Long> plain = new TreeMap<>();
  private final Map<String, Long> labels = new TreeMap<>();
  private final Map<String, Long> workers = new TreeMap<>();

  /** Names that count under themselves; kept though their amount fell to zero. */
  private final Set<String> admittedLabels = new HashSet<>();

  private final Set<String> admittedWorkers = new HashSet<>();

  /** Those of workers that count as {@code other}, by their own names, since the start. */
  private final Map<String, Long> unnamed =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > JobCatalogue.MOST_WORKERS;
        }
      };

  private final GroupChanges<Key, Long> changes =
      new GroupChanges<>(Long::sum, RunningTotals::write);

  private record Key(String kind, String name) {}

  private record Row(String kind, String name, long amount) {}

  @Inject
  public RunningTotals(Database database, LedgerWriter ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** For the container's proxy. */
  RunningTotals() {
    this(null, null);
  }

  @PostConstruct
  synchronized void load() {
    ledger.endGroupsWith(changes);
    database
        .list(
            "select kind, name, amount from total",
            row -> new Row(row.getString(1), row.getString(2), row.getLong(3)))
        .forEach(row -> kind(row.kind()).put(row.name(), row.amount()));
    admittedLabels.addAll(labels.keySet());
    admittedWorkers.addAll(workers.keySet());
    dropZeros();
  }

  private Map<String, Long> kind(String kind) {
    return switch (kind) {
      case "label" -> labels;
      case "worker" -> workers;
      default -> plain;
    };
  }

  /** Adds to what the group that is being written changes; for an entry while it is written. */
  void add(TotalsChange change) {
    add("plain", "frames", change.frames());
    add("plain", "detections", change.detections());
    change.labels().forEach((name, n) -> add("label", bounded(admittedLabels, name), n));
    change.workers().forEach((name, n) -> add("worker", bounded(admittedWorkers, name), n));
  }

  /** Frames that count are no longer there; for an entry while it is written. */
  public void addRemoved(long frames) {
    add("plain", REMOVED, frames);
  }

  private void add(String kind, String name, long amount) {
    changes.add(new Key(kind, name), amount);
  }

  private static void write(Connection connection, Key key, long amount) throws SQLException {
    if (amount == 0) {
      return;
    }
    int updated =
        Database.update(
            connection,
            "update total set amount = amount + ? where kind = ? and name = ?",
            amount,
            key.kind(),
            key.name());
    if (updated == 0) {
      Database.update(
          connection,
          "insert into total (kind, name, amount) values (?, ?, ?)",
          key.kind(),
          key.name(),
          amount);
    }
  }

  synchronized void apply(TotalsChange change) {
    plain.merge("frames", change.frames(), Long::sum);
    plain.merge("detections", change.detections(), Long::sum);
    change.labels().forEach((name, n) -> labels.merge(bounded(admittedLabels, name), n, Long::sum));
    change.workers().forEach(this::addWorker);
    dropZeros();
  }

  public synchronized void applyRemoved(long frames) {
    plain.merge(REMOVED, frames, Long::sum);
  }

  private void addWorker(String name, long frames) {
    String counted = bounded(admittedWorkers, name);
    workers.merge(counted, frames, Long::sum);
    if (!counted.equals(name)) {
      unnamed.merge(name, frames, Long::sum);
    }
  }

  /** The name, where it is known or there is room for it: the same answer when asked again. */
  private synchronized String bounded(Set<String> admitted, String name) {
    if (admitted.size() < NAMES) {
      admitted.add(name);
    }
    return admitted.contains(name) ? name : OTHER;
  }

  private void dropZeros() {
    labels.values().removeIf(amount -> amount == 0);
    workers.values().removeIf(amount -> amount == 0);
  }

  /** How many results of a worker count since the data began, as the summary tells of it. */
  public synchronized long framesOf(String workerId) {
    return admittedWorkers.contains(workerId)
        ? workers.getOrDefault(workerId, 0L)
        : unnamed.getOrDefault(workerId, 0L);
  }

  public synchronized ResultStage.Summary summary() {
    return new ResultStage.Summary(
        plain.getOrDefault("frames", 0L),
        plain.getOrDefault("detections", 0L),
        new TreeMap<>(labels),
        new TreeMap<>(workers),
        plain.getOrDefault(REMOVED, 0L));
  }
}
