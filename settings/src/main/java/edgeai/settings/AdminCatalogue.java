package edgeai.settings;

import static edgeai.settings.Program.ADMIN;

import java.time.Duration;
import java.util.List;

/** Whom an admin server knows, and how much of what it heard it keeps. */
public final class AdminCatalogue {
  public static final Setting<Duration> CAMERA_HEARTBEAT_TIMEOUT =
      of(
          "CAMERA_HEARTBEAT_TIMEOUT",
          Kind.seconds(0.5, 86_400),
          Fallback.to(Duration.ofSeconds(30)),
          "seconds of silence after which a camera is offline");

  public static final Setting<Integer> MAX_CAMERAS =
      of(
          "MAX_CAMERAS",
          Kind.integer(1, 10_000),
          Fallback.to(1_000),
          "registrations; a new one takes the place of the one offline longest, where all are active"
              + " it is a 429");

  public static final Setting<Duration> EVENT_RETENTION_DAYS =
      of(
          "EVENT_RETENTION_DAYS",
          Kind.days(1, 3_650),
          Fallback.to(Duration.ofDays(30)),
          "events older than that leave the log and the series; totals stay");

  public static final Setting<Long> MAX_EVENTS =
      of(
          "MAX_EVENTS",
          Kind.whole(1_000, 1_000_000_000),
          Fallback.to(10_000_000L),
          "events in the log; the oldest go");

  static final List<Setting<?>> ALL =
      List.of(CAMERA_HEARTBEAT_TIMEOUT, MAX_CAMERAS, EVENT_RETENTION_DAYS, MAX_EVENTS);

  private AdminCatalogue() {}

  private static <T> Setting<T> of(
      String name, Kind<T> kind, Fallback<T> fallback, String meaning) {
    return Setting.of(name, kind, fallback, meaning, ADMIN);
  }
}
