package edgeai.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How many objects were found in the frames of the demo clip, beside how many are there. */
final class Comparison {
  private static final double AGREES_WITHIN_PERCENT = 5;
  private static final String NONE = "-";

  private final GroundTruth truth;
  private final Set<String> classes;
  private final Map<String, Integer> found = new HashMap<>();
  private final Map<String, Integer> there = new HashMap<>();
  private int neutral;

  /**
   * @param known the classes of the model; those in common with the clip are compared
   */
  Comparison(GroundTruth truth, JsonNode known) {
    this.truth = truth;
    this.classes = new TreeSet<>(GroundTruth.CLASSES);
    Set<String> names = new TreeSet<>();
    known.forEach(name -> names.add(name.asText()));
    this.classes.retainAll(names);
  }

  /** Takes in what was found in a frame. */
  void add(JsonNode frame) {
    int index = frame.path("frame_index").asInt();
    truth.counted(index).map(GroundTruth::label).forEach(label -> count(there, label));
    for (JsonNode detection : frame.path("detections")) {
      if (!classes.contains(GroundTruth.label(detection))) {
        continue;
      }
      if (truth.isNeutral(index, detection)) {
        neutral++;
      } else {
        count(found, GroundTruth.label(detection));
      }
    }
  }

  private void count(Map<String, Integer> counts, String label) {
    if (classes.contains(label)) {
      counts.merge(label, 1, Integer::sum);
    }
  }

  /** The classes in common that are in the frames. */
  Set<String> present() {
    return new TreeSet<>(there.keySet());
  }

  /** Counted detections, ground truth and difference of a class. */
  List<String> of(String label) {
    return classes.contains(label)
        ? cells(found.getOrDefault(label, 0), there.getOrDefault(label, 0))
        : List.of(NONE, NONE, NONE);
  }

  /** The same of all classes in common. */
  List<String> total() {
    return cells(sum(found), sum(there));
  }

  private static List<String> cells(int found, int there) {
    String difference = there == 0 ? NONE : "%+.1f %%".formatted(percent(found, there));
    return List.of(Integer.toString(found), Integer.toString(there), difference);
  }

  /** What the difference means, in a sentence or two. */
  List<String> words() {
    int all = sum(there);
    if (all == 0) {
      return List.of(
          "The model and the clip have no object in common: there is nothing to compare.");
    }
    double percent = percent(sum(found), all);
    String verdict =
        Math.abs(percent) <= AGREES_WITHIN_PERCENT
            ? "The counts agree with the clip's ground truth: %+.1f %% in total."
            : "The counts do NOT agree with the clip's ground truth: %+.1f %% in total.";
    String aside = "Left out: %d detections in objects too small or too hidden to be counted.";
    return neutral == 0
        ? List.of(verdict.formatted(percent))
        : List.of(verdict.formatted(percent), aside.formatted(neutral));
  }

  private static double percent(int found, int there) {
    return 100.0 * (found - there) / there;
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
