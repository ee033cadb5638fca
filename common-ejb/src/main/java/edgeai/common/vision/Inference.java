package edgeai.common.vision;

import edgeai.common.wire.Detection;
import java.util.List;

/**
 * What a model found in one picture.
 *
 * @param detections surest first
 * @param millis from letterbox to suppression, waiting for a turn left out
 */
public record Inference(List<Detection> detections, double millis) {}
