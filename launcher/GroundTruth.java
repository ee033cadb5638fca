package launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the demo clip shows in each frame. Objects that are too small or too hidden to be asked for
 * are marked as ignored there.
 */
final class GroundTruth {
  /** Everything that moves on the street; what the clip never shows is known to be absent. */
  static final List<String> CLASSES =
      List.of("person", "bicycle", "car", "motorcycle", "bus", "truck");

  private static final double MATCH = 0.5;

  private final Map<Integer, List<Object>> frames = new HashMap<>();

  private GroundTruth() {}

  static GroundTruth read(Path file) throws IOException {
    GroundTruth truth = new GroundTruth();
    try {
      Map<String, Object> clip = Json.object(Json.read(Files.readString(file)));
      for (Object entry : Json.list(clip.get("frames"))) {
        Map<String, Object> frame = Json.object(entry);
        truth.frames.put((int) Json.number(frame.get("index")), Json.list(frame.get("objects")));
      }
      return truth;
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no ground truth: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException("the ground truth " + file + " cannot be read", e);
    }
  }

  /** The objects of a frame that a detector is asked for. */
  Stream<Map<String, Object>> counted(int frame) {
    return objects(frame, object -> !isIgnored(object));
  }

  /** Whether a detection is neither right nor wrong, since it lies in an ignored object. */
  boolean isNeutral(int frame, Map<String, Object> detection) {
    Box box = Box.of(detection);
    boolean right =
        counted(frame)
            .filter(object -> label(object).equals(label(detection)))
            .anyMatch(object -> box.overlap(Box.of(object)) >= MATCH);
    return !right
        && objects(frame, GroundTruth::isIgnored)
            .anyMatch(object -> box.shareIn(Box.of(object)) >= MATCH);
  }

  static String label(Map<String, Object> object) {
    return Json.text(object.get("label"), "");
  }

  private Stream<Map<String, Object>> objects(int frame, Predicate<Map<String, Object>> wanted) {
    return frames.getOrDefault(frame, List.of()).stream().map(Json::object).filter(wanted);
  }

  private static boolean isIgnored(Map<String, Object> object) {
    return Boolean.TRUE.equals(object.get("ignore"));
  }
}
