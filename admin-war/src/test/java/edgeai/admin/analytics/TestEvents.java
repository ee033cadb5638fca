package edgeai.admin.analytics;

import edgeai.admin.camera.CameraRepository;
import edgeai.admin.camera.Cameras;
import edgeai.admin.settings.AdminSettings;
import edgeai.admin.settings.AdminTestSettings;
import edgeai.admin.store.TestStore;
import edgeai.common.fixture.ByHand;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The package's beans on a real database, and events for them. */
final class TestEvents implements AutoCloseable {
  final MutableClock clock = new MutableClock();
  final FiredEvents fired = new FiredEvents();
  final TestStore store;
  final AdminSettings settings;
  final LogRepository log;
  final Totals totals;
  final Buckets buckets;
  final EventTimeline timeline;
  final DetectionIntake intake;

  TestEvents(Path folder, String... changes) {
    store = new TestStore(folder);
    settings = AdminTestSettings.with(changes);
    CameraRepository rows = ByHand.wired(new CameraRepository(), store.database());
    Cameras cameras = ByHand.started(new Cameras(), settings, rows, store.writer(), clock, fired);
    log = ByHand.wired(new LogRepository(), store.database());
    totals = ByHand.started(new Totals(), settings, store.database(), store.writer(), cameras);
    buckets = ByHand.started(new Buckets(), settings, store.database(), store.writer());
    timeline = ByHand.started(new EventTimeline(), log);
    intake =
        ByHand.started(
            new DetectionIntake(),
            store.writer(),
            log,
            totals,
            buckets,
            timeline,
            cameras,
            clock,
            fired);
  }

  /** Takes an event of this moment that counts these types. */
  void take(String cameraId, String... types) {
    take(cameraId, clock.instant(), null, types);
  }

  void take(String cameraId, Instant at, UUID eventId, String... types) {
    intake.take(
        new CameraEvent(cameraId, at, types.length, List.of(types), Map.of(), eventId, null));
  }

  List<LoggedEvent> all() {
    return log.page(new LogQuery(null, null, LogQuery.EVER), LogCursor.START, 10_000).events();
  }

  @Override
  public void close() {
    store.close();
  }
}
