package edgeai.coordinator.result;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes lists as columns hold them, item by item: a binding by reflection costs several times. */
final class ColumnJson {
  /** Kept, since looking for the JSON provider takes ten times as long as writing a column. */
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private static final String NOTHING = "[]";

  private ColumnJson() {}

  /**
   * A JSON array.
   *
   * @param item writes one value
   */
  static <T> String array(List<T> items, BiConsumer<JsonGenerator, T> item) {
    if (items.isEmpty()) {
      return NOTHING;
    }
    StringWriter column = new StringWriter();
    try (JsonGenerator out = GENERATORS.createGenerator(column)) {
      out.writeStartArray();
      items.forEach(each -> item.accept(out, each));
      out.writeEnd();
    }
    return column.toString();
  }
}
