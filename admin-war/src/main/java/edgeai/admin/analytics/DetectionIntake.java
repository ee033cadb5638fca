package edgeai.admin.analytics;

import edgeai.admin.camera.Cameras;
import edgeai.admin.store.EventWriter;
import edgeai.common.guard.Announcer;
import edgeai.common.request.Reported;
import edgeai.common.wire.CameraEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** Stores and counts each detection once. */
@ApplicationScoped
public class DetectionIntake {
  private final EventWriter writer;
  private final LogRepository log;
  private final Totals totals;
  private final Buckets buckets;
  private final LogVolume volume;
  private final EventTimeline timeline;
  private final Cameras cameras;
  private final Clock clock;
  private final Announcer announcer;

  private final LongAdder duplicates = new LongAdder();

  /** Touched by the writer's thread only. */
  private long lastNumber;

  @Inject
  public DetectionIntake(
      EventWriter writer,
      LogRepository log,
      Totals totals,
      Buckets buckets,
      LogVolume volume,
      EventTimeline timeline,
      Cameras cameras,
      Clock clock,
      Announcer announcer) {
    this.writer = writer;
    this.log = log;
    this.totals = totals;
    this.buckets = buckets;
    this.volume = volume;
    this.timeline = timeline;
    this.cameras = cameras;
    this.clock = clock;
    this.announcer = announcer;
  }

  /** For the container's proxy. */
  DetectionIntake() {
    this(null, null, null, null, null, null, null, null, null);
  }

  @PostConstruct
  void load() {
    lastNumber = log.extent().last();
    // beans are lazy: what is stored must be in memory before more is stored
    totals.events();
    timeline.list();
  }

  /** Takes a detection; when this returns it is on disk and in the totals, or was before. */
  void take(Reported<CameraEvent> reported) {
    writer.awaitDurable(writer.submit(new Intake(reported, clock.instant())));
  }

  /** Detections that came again with an {@code event_id} that was known. */
  public long duplicates() {
    return duplicates.sum();
  }

  private final class Intake implements EventWriter.Entry {
    private final CameraEvent detection;
    private final String reportedTimestamp;
    private final Instant now;
    private LoggedEvent logged;
    private Counted change;
    private int characters;

    Intake(Reported<CameraEvent> reported, Instant now) {
      this.detection = reported.said();
      this.reportedTimestamp = reported.timestamp();
      this.now = now;
    }

    @Override
    public void write(Connection connection) throws SQLException {
      logged = null;
      cameras.noteSeen(detection.cameraId(), now);
      if (detection.eventId() != null && LogRepository.has(connection, detection.eventId())) {
        return;
      }
      logged =
          new LoggedEvent(
              ++lastNumber,
              now,
              detection.timestamp(),
              detection.cameraId(),
              detection.counted(),
              detection.eventId(),
              reportedTimestamp);
      characters = LogRepository.insert(connection, logged);
      change = totals.admit(logged.cameraId(), logged.objectCounts());
      totals.add(change);
      buckets.add(logged, change);
    }

    @Override
    public void committed() {
      cameras.seen(detection.cameraId(), now);
      if (logged == null) {
        duplicates.increment();
        return;
      }
      totals.apply(change);
      volume.characters().add(characters);
      timeline.add(logged);
      announcer.announce(new DetectionCounted(detection));
    }
  }
}
