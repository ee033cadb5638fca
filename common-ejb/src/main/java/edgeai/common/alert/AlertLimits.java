package edgeai.common.alert;

import static edgeai.settings.AlertCatalogue.ALERT_CONFIDENCE;
import static edgeai.settings.AlertCatalogue.ALERT_CONGESTION_THRESHOLD;
import static edgeai.settings.AlertCatalogue.ALERT_COOLDOWN;
import static edgeai.settings.AlertCatalogue.ALERT_QUIET;
import static edgeai.settings.AlertCatalogue.ALERT_SLOW_INFERENCE_MS;

import edgeai.settings.SettingReader;
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
   * @throws edgeai.settings.InvalidSettingException where a value does not parse
   */
  public static AlertLimits read(SettingReader in) {
    return new AlertLimits(
        in.value(ALERT_CONFIDENCE),
        in.value(ALERT_CONGESTION_THRESHOLD),
        in.value(ALERT_SLOW_INFERENCE_MS),
        in.value(ALERT_COOLDOWN),
        in.value(ALERT_QUIET));
  }
}
