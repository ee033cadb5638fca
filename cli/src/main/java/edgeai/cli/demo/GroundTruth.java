package edgeai.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.client.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private final Map<Integer, List<JsonNode>> frames = new HashMap<>();

  private GroundTruth() {}

  static GroundTruth read(Path file) throws IOException {
    GroundTruth truth = new GroundTruth();
    for (JsonNode frame : clip(file).path("frames")) {
      List<JsonNode> objects = new ArrayList<>();
      frame.path("objects").forEach(objects::add);
      truth.frames.put(frame.path("index").asInt(), objects);
    }
    return truth;
  }

  private static JsonNode clip(Path file) throws IOException {
    try {
      return Web.read(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is no ground truth: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IOException("the ground truth " + file + " cannot be read", e);
    }
  }

  /** The objects of a frame that a detector is asked for. */
  Stream<JsonNode> counted(int frame) {
    return objects(frame, object -> !isIgnored(object));
  }

  /** Whether a detection is neither right nor wrong, since it lies in an ignored object. */
  boolean isNeutral(int frame, JsonNode detection) {
    Rectangle box = Rectangle.of(detection);
    boolean right =
        counted(frame)
            .filter(object -> label(object).equals(label(detection)))
            .anyMatch(object -> box.overlap(Rectangle.of(object)) >= MATCH);
    return !right
        && objects(frame, GroundTruth::isIgnored)
            .anyMatch(object -> box.shareIn(Rectangle.of(object)) >= MATCH);
  }

  static String label(JsonNode object) {
    return object.path("label").asText();
  }

  private Stream<JsonNode> objects(int frame, Predicate<JsonNode> wanted) {
    return frames.getOrDefault(frame, List.of()).stream().filter(wanted);
  }

  private static boolean isIgnored(JsonNode object) {
    return object.path("ignore").asBoolean(false);
  }
}
