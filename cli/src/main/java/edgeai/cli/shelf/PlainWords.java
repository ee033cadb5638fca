package edgeai.cli.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a coordinator tells of a model, in words for a terminal. */
final class PlainWords {
  static final String NOTHING = "-";

  private static final int MOST_WORKERS = 3;
  private static final double FINE_MS = 10;

  private PlainWords() {}

  /** In one line: a model's file may say anything, also what a terminal would obey. */
  static String text(JsonNode said) {
    String line = said.asText("").replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.isEmpty() || said.isNull() ? NOTHING : line;
  }

  static String text(JsonNode said, int most) {
    String line = text(said);
    return line.length() > most ? line.substring(0, most - 1) + "…" : line;
  }

  /** As the file says it; nobody else knows. */
  static String licence(JsonNode model, int most) {
    String said = text(model.path("licence"), most);
    return said.equals(NOTHING) ? "none named" : said;
  }

  static String megabytes(JsonNode bytes) {
    return bytes.isNumber() ? "%.1f MB".formatted(bytes.asDouble() / 1e6) : NOTHING;
  }

  static String milliseconds(double ms) {
    return (ms < FINE_MS ? "%.1f" : "%.0f").formatted(ms);
  }

  /** {@code worker-1 24, worker-2 31 and 4 more}, the fastest first. */
  static String milliseconds(JsonNode byWorker) {
    List<Map.Entry<String, JsonNode>> all = new ArrayList<>(byWorker.properties());
    all.sort(Comparator.comparingDouble(entry -> entry.getValue().asDouble()));
    List<String> shown =
        all.stream()
            .limit(MOST_WORKERS)
            .map(entry -> entry.getKey() + " " + milliseconds(entry.getValue().asDouble()))
            .toList();
    int rest = all.size() - shown.size();
    return all.isEmpty()
        ? NOTHING
        : String.join(", ", shown) + (rest > 0 ? " and %d more".formatted(rest) : "");
  }
}
