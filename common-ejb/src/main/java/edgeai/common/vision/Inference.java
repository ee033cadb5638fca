package edgeai.common.vision;

import edgeai.common.wire.Detection;
import java.util.List;

/**
 * What a model found in one picture.
 *
 * @param detections surest first
 * @param letterboxNanos from pixels to the input tensor
 * @param inferNanos the network itself
 * @param suppressNanos from the output tensor to detections
 */
public record Inference(
    List<Detection> detections, long letterboxNanos, long inferNanos, long suppressNanos) {

  /** All of it in milliseconds; waiting for a turn is no part of it. */
  public double millis() {
    return (letterboxNanos + inferNanos + suppressNanos) / 1e6;
  }
}
