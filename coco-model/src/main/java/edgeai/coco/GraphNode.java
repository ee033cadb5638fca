package edgeai.coco;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An operation of a TensorFlow graph.
 *
 * @param inputs the nodes whose results it takes
 * @param attributes as TensorFlow.js writes them: texts as codes of their letters, numbers as texts
 */
record GraphNode(String name, String operation, List<String> inputs, JsonNode attributes) {

  static GraphNode of(JsonNode json) {
    return new GraphNode(
        json.path("name").asText(),
        json.path("op").asText(),
        StreamSupport.stream(json.path("input").spliterator(), false)
            .map(JsonNode::asText)
            .toList(),
        json.path("attr"));
  }

  String input(int index) {
    return inputs.get(index);
  }

  /** An attribute that is a text; empty where there is none. */
  String text(String attribute) {
    JsonNode codes = attributes.path(attribute).path("s");
    byte[] letters = new byte[codes.size()];
    for (int letter = 0; letter < letters.length; letter++) {
      letters[letter] = (byte) codes.get(letter).asInt();
    }
    return new String(letters, StandardCharsets.US_ASCII);
  }

  /** An attribute that is a list of numbers; empty where there is none. */
  List<Integer> integers(String attribute) {
    JsonNode numbers = attributes.path(attribute).path("list").path("i");
    return StreamSupport.stream(numbers.spliterator(), false)
        .map(number -> Integer.valueOf(number.asText()))
        .toList();
  }

  /** An attribute that is a number with a fraction. */
  float decimal(String attribute) {
    JsonNode number = attributes.path(attribute).path("f");
    if (number.isMissingNode()) {
      throw unknown("no " + attribute);
    }
    return (float) number.asDouble();
  }

  /** For what no rule is known here. */
  IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException("%s (%s): %s".formatted(name, operation, what));
  }
}
