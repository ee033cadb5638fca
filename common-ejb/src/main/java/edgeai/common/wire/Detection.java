package edgeai.common.wire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One object seen in one frame.
 *
 * @param label class name of the model, 1 to 128 printable characters
 * @param confidence 0 to 1
 * @param box where, in pixels of the frame as displayed
 */
public record Detection(String label, double confidence, Box box) {

  /** How many of each label there are, in alphabetical order of the labels. */
  public static Map<String, Integer> countByLabel(List<Detection> detections) {
    Map<String, Integer> counts = new TreeMap<>();
    detections.forEach(detection -> counts.merge(detection.label(), 1, Integer::sum));
    return counts;
  }
}
