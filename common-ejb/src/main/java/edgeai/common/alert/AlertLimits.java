package edgeai.common.alert;

import edgeai.common.settings.SettingReader;
import java.time.Duration;

/**
 * When an alert is raised.
 *
 * @param confidence detections an alert shows ({@code ALERT_CONFIDENCE})
 * @param congestion vehicles in one frame that are too many ({@code ALERT_CONGESTION_THRESHOLD})
 * @param slowInferenceMs inference slower than this ({@code ALERT_SLOW_INFERENCE_MS})
 * @param cooldown one alert per kind and job within ({@code ALERT_COOLDOWN})
 * @param quiet what is not seen for so long is over ({@code ALERT_QUIET})
 */
public record AlertLimits(
    double confidence, int congestion, double slowInferenceMs, Duration cooldown, Duration quiet) {

  /**
   * @throws edgeai.common.settings.InvalidSettingException where a value does not parse
   */
  public static AlertLimits read(SettingReader in) {
    return new AlertLimits(
        in.decimal("ALERT_CONFIDENCE", 0.75, 0, 1),
        in.integer("ALERT_CONGESTION_THRESHOLD", 8, 1, 10_000),
        in.decimal("ALERT_SLOW_INFERENCE_MS", 500, 0, 1e9),
        seconds(in.decimal("ALERT_COOLDOWN", 10, 0, 86_400)),
        seconds(in.decimal("ALERT_QUIET", 60, 0, 86_400)));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
