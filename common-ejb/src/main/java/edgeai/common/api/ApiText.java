package edgeai.common.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Words, types and contents of an OpenAPI document as HTML. */
final class ApiText {
  private ApiText() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Text with {@code `code`} in it. */
  static String inline(String text) {
    return escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>");
  }

  /** Paragraphs, which empty lines part. */
  static String html(String text) {
    return Arrays.stream(text.split("\n\\s*\n"))
        .filter(paragraph -> !paragraph.isBlank())
        .map(paragraph -> "<p>%s</p>\n".formatted(inline(paragraph.strip())))
        .collect(Collectors.joining());
  }

  /** Of which media types a body or an answer is, and of which shape. */
  static String content(JsonObject described) {
    JsonObject content = described.getJsonObject("content");
    return content == null
        ? ""
        : content.entrySet().stream()
            .map(
                one ->
                    "<code>%s</code> %s"
                        .formatted(
                            escaped(one.getKey()),
                            type(one.getValue().asJsonObject().getJsonObject("schema"))))
            .collect(Collectors.joining(" or "));
  }

  /** The examples of a body. */
  static String examples(JsonObject described) {
    return described.getJsonObject("content").values().stream()
        .map(JsonValue::asJsonObject)
        .filter(content -> content.containsKey("examples"))
        .flatMap(content -> content.getJsonObject("examples").values().stream())
        .map(example -> example.asJsonObject().get("value"))
        .map(value -> "<pre>%s</pre>\n".formatted(escaped(value.toString())))
        .collect(Collectors.joining());
  }

  static String type(JsonObject schema) {
    if (schema == null) {
      return "";
    }
    if (schema.containsKey("$ref")) {
      String ref = schema.getString("$ref");
      return "<a href=\"#%1$s\">%1$s</a>"
          .formatted(escaped(ref.substring(ref.lastIndexOf('/') + 1)));
    }
    for (String choice : new String[] {"allOf", "anyOf", "oneOf"}) {
      if (schema.containsKey(choice)) {
        return schema.getJsonArray(choice).getValuesAs(JsonObject.class).stream()
            .map(ApiText::type)
            .collect(Collectors.joining(choice.equals("allOf") ? " with " : " or "));
      }
    }
    if (schema.containsKey("items")) {
      return "array of " + type(schema.getJsonObject("items"));
    }
    if (schema.get("additionalProperties") instanceof JsonObject values) {
      return "object of " + type(values);
    }
    if (schema.containsKey("properties")) {
      return "{" + escaped(String.join(", ", schema.getJsonObject("properties").keySet())) + "}";
    }
    return escaped(words(schema.get("type")));
  }

  private static String words(JsonValue type) {
    return switch (type) {
      case JsonString word -> word.getString();
      case JsonArray words ->
          words.getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .collect(Collectors.joining(" or "));
      case null, default -> "";
    };
  }
}
