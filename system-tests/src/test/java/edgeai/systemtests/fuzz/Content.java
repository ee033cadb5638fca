package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * A body and its type.
 *
 * @param headers that go with it
 */
record Content(String type, byte[] bytes, Map<String, String> headers) {
  private static final String JSON = "application/json";

  Content(String type, byte[] bytes) {
    this(type, bytes, Map.of());
  }

  static Content json(JsonObject object) {
    return new Content(JSON, object.toString().getBytes(UTF_8));
  }

  boolean isJson() {
    return type.equals(JSON);
  }

  boolean isFile() {
    return !isJson() && !isForm();
  }

  boolean isForm() {
    return type.startsWith("multipart/");
  }
}
