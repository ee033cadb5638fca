package edgeai.worker.camera;

import edgeai.common.admin.AdminLink;
import edgeai.common.alert.AlertRules;
import edgeai.common.alert.Situations;
import edgeai.common.wire.Alert;
import edgeai.common.wire.CameraAlert;
import edgeai.common.wire.CameraEvent;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.worker.settings.CameraSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Turns what frames show into events: at most one a second, with the objects of the first frame in
 * that second that shows any that count, and one alert for what goes on, whatever counts. Runs on
 * one thread.
 */
final class CameraSightings {
  static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);

  private final CameraSettings settings;
  private final CountedClasses counted;
  private final String cameraId;
  private final AlertRules rules;
  private final AdminLink link;
  private final Clock clock;
  private final Situations situations;
  private long raised;
  private Instant lastEvent = Instant.MIN;

  CameraSightings(CameraSettings settings, CountedClasses counted, AdminLink link, Clock clock) {
    this.settings = settings;
    this.counted = counted;
    this.cameraId = settings.identity().id();
    this.rules = new AlertRules(settings.alerts());
    this.situations = new Situations(settings.alerts());
    this.link = link;
    this.clock = clock;
  }

  /** Takes note of what one frame shows. */
  void see(FrameResult frame) {
    Map<String, Integer> counts = counted.of(Detection.countByLabel(frame.detections()));
    Instant now = clock.instant();
    if (!counts.isEmpty() && !now.isBefore(next())) {
      lastEvent = now;
      link.owe(CameraEvent.of(cameraId, now, counts, UUID.randomUUID()));
    }
    if (frame.wasInferred() && frame.processingTimeMs() <= settings.alerts().slowInferenceMs()) {
      situations.quick(frame.workerId());
    }
    rules.judge(frame).stream().filter(alert -> isNew(alert, now)).forEach(this::raise);
  }

  private Instant next() {
    return lastEvent.equals(Instant.MIN) ? lastEvent : lastEvent.plus(BETWEEN_EVENTS);
  }

  private boolean isNew(Alert alert, Instant now) {
    boolean news = situations.prolonged(alert, now.toEpochMilli(), now).isEmpty();
    if (news) {
      situations.begun(alert, ++raised, now.toEpochMilli(), now);
    }
    return news;
  }

  private void raise(Alert alert) {
    link.owe(CameraAlert.of(cameraId, alert, UUID.randomUUID()));
  }
}
