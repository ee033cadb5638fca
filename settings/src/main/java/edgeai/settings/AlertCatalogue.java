package edgeai.settings;

import static edgeai.settings.Program.CAMERA;
import static edgeai.settings.Program.COORDINATOR;
import static edgeai.settings.Program.WORKER;

import java.time.Duration;
import java.util.List;

/** When alerts are raised. */
public final class AlertCatalogue {
  private static final Kind<Duration> UP_TO_A_DAY = Kind.seconds(0, 86_400);

  public static final Setting<Double> ALERT_CONFIDENCE =
      Setting.of(
          "ALERT_CONFIDENCE",
          Kind.decimal(0, 1),
          Fallback.to(0.75),
          "detections an alert shows; a worker tells the coordinator of such persons and vehicles"
              + " (info)",
          COORDINATOR,
          WORKER,
          CAMERA);

  public static final Setting<Integer> ALERT_CONGESTION_THRESHOLD =
      Setting.of(
          "ALERT_CONGESTION_THRESHOLD",
          Kind.integer(1, 10_000),
          Fallback.to(8),
          "vehicles in one frame that are too many",
          COORDINATOR,
          CAMERA);

  public static final Setting<Double> ALERT_SLOW_INFERENCE_MS =
      Setting.of(
          "ALERT_SLOW_INFERENCE_MS",
          Kind.decimal(0, 1e9),
          Fallback.to(500.0),
          "inference slower than this many milliseconds",
          COORDINATOR,
          CAMERA);

  public static final Setting<Duration> ALERT_COOLDOWN =
      Setting.of(
          "ALERT_COOLDOWN",
          UP_TO_A_DAY,
          Fallback.to(Duration.ofSeconds(10)),
          "seconds in which one kind of alert of one job, camera or worker is raised once",
          COORDINATOR,
          WORKER,
          CAMERA);

  public static final Setting<Duration> ALERT_QUIET =
      Setting.of(
          "ALERT_QUIET",
          UP_TO_A_DAY,
          Fallback.to(Duration.ofSeconds(60)),
          "seconds without being seen after which it is over: until then the same alert's count"
              + " grows; in the time of the video, where there is one; 0: ALERT_COOLDOWN alone"
              + " decides",
          COORDINATOR,
          CAMERA);

  static final List<Setting<?>> ALL =
      List.of(
          ALERT_CONFIDENCE,
          ALERT_CONGESTION_THRESHOLD,
          ALERT_SLOW_INFERENCE_MS,
          ALERT_COOLDOWN,
          ALERT_QUIET);

  private AlertCatalogue() {}
}
