package edgeai.common.inference;

import edgeai.common.wire.Detection;
import java.util.List;

/**
 * What an engine found in one picture.
 *
 * @param processingTimeMs from the encoded picture to boxes
 * @param model the SHA-256 of the model that found it
 */
public record InferenceOutcome(List<Detection> detections, double processingTimeMs, String model) {
  /** The time as answers show it, with one decimal. */
  public double roundedMs() {
    return Math.round(processingTimeMs * 10) / 10.0;
  }
}
