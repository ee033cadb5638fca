package edgeai.worker.camera;

import edgeai.common.admin.AdminLink;
import edgeai.common.alert.AlertKind;
import edgeai.common.alert.AlertRules;
import edgeai.common.wire.Alert;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.worker.settings.CameraSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns what frames show into events: at most one a second, with the objects of the first frame in
 * that second that shows any that count, and one alert per kind within the cooldown, whatever
 * counts. Runs on one thread.
 */
final class Sightings {
  static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);

  private final CameraSettings settings;
  private final CountedClasses counted;
  private final CameraMessages messages;
  private final AlertRules rules;
  private final AdminLink link;
  private final Clock clock;
  private final Map<AlertKind, Instant> cooling = new HashMap<>();
  private Instant lastEvent = Instant.MIN;

  Sightings(
      CameraSettings settings,
      CountedClasses counted,
      CameraMessages messages,
      AdminLink link,
      Clock clock) {
    this.settings = settings;
    this.counted = counted;
    this.messages = messages;
    this.rules = new AlertRules(settings.alerts());
    this.link = link;
    this.clock = clock;
  }

  /** Takes note of one inferred frame. */
  void see(FrameResult frame) {
    Map<String, Integer> counts = counted.of(Detection.countByLabel(frame.detections()));
    Instant now = clock.instant();
    if (!counts.isEmpty() && !now.isBefore(next())) {
      lastEvent = now;
      link.owe("/camera-detection", messages.detection(now, counts));
    }
    rules.judge(frame).stream().filter(alert -> isNew(alert, now)).forEach(this::raise);
  }

  private Instant next() {
    return lastEvent.equals(Instant.MIN) ? lastEvent : lastEvent.plus(BETWEEN_EVENTS);
  }

  private boolean isNew(Alert alert, Instant now) {
    cooling.values().removeIf(since -> !now.isBefore(since.plus(settings.alerts().cooldown())));
    return cooling.putIfAbsent(AlertKind.of(alert), now) == null;
  }

  private void raise(Alert alert) {
    link.owe("/camera-alerts", messages.alert(alert));
  }
}
