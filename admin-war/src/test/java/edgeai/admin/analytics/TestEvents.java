package edgeai.admin.analytics;

import edgeai.admin.camera.CameraRepository;
import edgeai.admin.camera.Cameras;
import edgeai.admin.settings.AdminSettings;
import edgeai.admin.settings.AdminTestSettings;
import edgeai.admin.store.TestStore;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.request.Reported;
import edgeai.common.wire.CameraEvent;
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
  final LogVolume volume;
  final EventTimeline timeline;
  final DetectionIntake intake;

  TestEvents(Path folder, String... changes) {
    store = new TestStore(folder);
    settings = AdminTestSettings.with(changes);
    Cameras cameras =
        new Cameras(settings, new CameraRepository(store.database()), store.writer(), clock, fired);
    cameras.load();
    log = new LogRepository(store.database());
    totals = new Totals(settings, store.database(), store.writer(), cameras);
    totals.load();
    volume = new LogVolume(store.database(), 20_000, 50);
    buckets = new Buckets(store.database(), settings, store.writer(), volume);
    buckets.join();
    timeline = new EventTimeline(log);
    timeline.load();
    intake =
        new DetectionIntake(
            store.writer(), log, totals, buckets, volume, timeline, cameras, clock, fired);
    intake.load();
  }

  /** Takes an event of this moment that counts these types. */
  void take(String cameraId, String... types) {
    take(cameraId, clock.instant(), null, types);
  }

  void take(String cameraId, Instant at, UUID eventId, String... types) {
    intake.take(
        new Reported<>(
            new CameraEvent(cameraId, at, types.length, List.of(types), Map.of(), eventId), null));
  }

  List<LoggedEvent> all() {
    return log.page(new LogQuery(null, null, LogQuery.EVER), LogCursor.START, 10_000).events();
  }

  @Override
  public void close() {
    store.close();
  }
}
