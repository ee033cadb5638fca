package edgeai.cli.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.console.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What models cost on each worker, and how far they agree with what a job found. */
public record Measurements(List<JsonNode> results) {

  /** A row per model, a column per worker. */
  public List<String> lines() {
    Collection<String> workers = new TreeSet<>();
    results.forEach(
        result -> result.path("ms_by_worker").fieldNames().forEachRemaining(workers::add));
    boolean compared = results.stream().anyMatch(result -> result.path("agreement").isNumber());
    List<String> heads = new ArrayList<>(List.of("model"));
    if (compared) {
      heads.add("agreement");
    }
    heads.addAll(workers);
    Table table = new Table(true, heads.toArray(String[]::new));
    results.forEach(result -> table.row(row(result, compared, workers)));
    return table.lines();
  }

  private static String[] row(JsonNode result, boolean compared, Collection<String> workers) {
    List<String> cells = new ArrayList<>(List.of(PlainWords.text(result.path("name"))));
    if (compared) {
      JsonNode agreement = result.path("agreement");
      cells.add(agreement.isNumber() ? "%.3f".formatted(agreement.asDouble()) : PlainWords.NOTHING);
    }
    for (String worker : workers) {
      JsonNode ms = result.path("ms_by_worker").path(worker);
      cells.add(
          ms.isNumber() ? PlainWords.milliseconds(ms.asDouble()) + " ms" : PlainWords.NOTHING);
    }
    return cells.toArray(String[]::new);
  }
}
