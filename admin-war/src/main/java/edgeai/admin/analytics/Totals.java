package edgeai.admin.analytics;

import edgeai.admin.camera.Cameras;
import edgeai.admin.settings.AdminSettings;
import edgeai.admin.store.AdminDatabase;
import edgeai.admin.store.EventWriter;
import edgeai.common.store.GroupChanges;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was counted altogether: read in constant time however many events came, written once in the
 * transaction that stores a group of events, read back at start.
 */
@ApplicationScoped
public class Totals {
  private static final int LABELS = 1_000;
  private static final String EVENTS = "events";
  private static final String VEHICLES = "vehicles";

  private final AdminSettings settings;
  private final AdminDatabase database;
  private final EventWriter writer;
  private final Cameras cameras;

  private final GroupChanges<Key, Long> changes = new GroupChanges<>(Long::sum, Totals::write);

  private final Map<String, Long> plain = new TreeMap<>();
  private final Map<String, Long> perCamera = new TreeMap<>();
  private final Map<String, Long> perLabel = new TreeMap<>();
  private final LongAdder asOther = new LongAdder();
  private Names cameraNames;
  private Names labelNames;

  @Inject
  public Totals(
      AdminSettings settings, AdminDatabase database, EventWriter writer, Cameras cameras) {
    this.settings = settings;
    this.database = database;
    this.writer = writer;
    this.cameras = cameras;
  }

  /** For the container's proxy. */
  Totals() {
    this(null, null, null, null);
  }

  /** All totals at one moment. */
  record Snapshot(
      long events, long vehicles, Map<String, Long> perCamera, Map<String, Long> perLabel) {}

  private record Key(String kind, String name) {}

  private record Row(String kind, String name, long amount) {}

  @PostConstruct
  synchronized void load() {
    writer.endGroupsWith(changes);
    database
        .list(
            "select kind, name, amount from total",
            row -> new Row(row.getString(1), row.getString(2), row.getLong(3)))
        .forEach(row -> kind(row.kind()).put(row.name(), row.amount()));
    cameraNames = new Names(settings.maxCameras(), 2 * settings.maxCameras());
    cameraNames.admit(perCamera.keySet());
    labelNames = new Names(LABELS, LABELS);
    labelNames.admit(perLabel.keySet());
  }

  private Map<String, Long> kind(String kind) {
    return switch (kind) {
      case "camera" -> perCamera;
      case "label" -> perLabel;
      default -> plain;
    };
  }

  /** Under which names an event counts; cameras that registered find room longer than strangers. */
  Counted admit(String cameraId, Map<String, Long> counts) {
    String camera = cameraNames.admit(cameraId, cameras.isRegistered(cameraId));
    Map<String, Long> labels = new TreeMap<>();
    counts.forEach((label, n) -> labels.merge(labelNames.admit(label, true), n, Long::sum));
    return new Counted(camera, labels);
  }

  /** Counts an event; for its entry while it is written. */
  void add(Counted counted) {
    changes.add(new Key("plain", EVENTS), 1L);
    changes.add(new Key("plain", VEHICLES), counted.vehicles());
    changes.add(new Key("camera", counted.camera()), counted.vehicles());
    counted.labels().forEach((label, n) -> changes.add(new Key("label", label), n));
  }

  private static void write(Connection connection, Key key, long amount) throws SQLException {
    int updated =
        AdminDatabase.update(
            connection,
            "update total set amount = amount + ? where kind = ? and name = ?",
            amount,
            key.kind(),
            key.name());
    if (updated == 0) {
      AdminDatabase.update(
          connection,
          "insert into total (kind, name, amount) values (?, ?, ?)",
          key.kind(),
          key.name(),
          amount);
    }
  }

  synchronized void apply(Counted counted) {
    plain.merge(EVENTS, 1L, Long::sum);
    plain.merge(VEHICLES, counted.vehicles(), Long::sum);
    perCamera.merge(counted.camera(), counted.vehicles(), Long::sum);
    counted.labels().forEach((label, n) -> perLabel.merge(label, n, Long::sum));
    if (counted.camera().equals(Names.OTHER) || counted.labels().containsKey(Names.OTHER)) {
      asOther.increment();
    }
  }

  synchronized Snapshot snapshot() {
    return new Snapshot(
        events(),
        plain.getOrDefault(VEHICLES, 0L),
        new TreeMap<>(perCamera),
        new TreeMap<>(perLabel));
  }

  /** Events since the data began. */
  public synchronized long events() {
    return plain.getOrDefault(EVENTS, 0L);
  }

  /** Objects by label since the data began. */
  public synchronized Map<String, Long> labels() {
    return new TreeMap<>(perLabel);
  }

  /** Events since the start of which something counts as {@code other}. */
  public long asOther() {
    return asOther.sum();
  }
}
