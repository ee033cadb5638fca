package edgeai.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** One call of a document. */
record DescribedCall(String method, String path, JsonNode told) {
  /** All of a document. */
  static Stream<DescribedCall> of(JsonNode document) {
    return document.path("paths").properties().stream()
        .flatMap(
            item ->
                item.getValue().properties().stream()
                    .map(call -> new DescribedCall(call.getKey(), item.getKey(), call.getValue())));
  }

  boolean takes(String type) {
    return told.path("requestBody").path("content").has(type);
  }

  /** Whether it is about one of several things. */
  boolean isOfOne() {
    return path.contains("{");
  }

  /** Its path with something that there is not. */
  String ofNothing() {
    return path.replaceAll("\\{\\w+}", "no-such");
  }

  /** Its path with what stands for the parameters. */
  String with(Map<String, String> parts) {
    String filled = path;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      filled = filled.replace("{" + part.getKey() + "}", part.getValue());
    }
    return filled;
  }
}
