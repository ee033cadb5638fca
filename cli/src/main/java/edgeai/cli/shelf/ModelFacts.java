package edgeai.cli.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.console.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Everything that is known of one model. */
public final class ModelFacts {
  private static final int CLASSES_WIDTH = 76;
  private static final int LONGEST = 400;

  private ModelFacts() {}

  /** A line per fact, then the classes. */
  public static List<String> lines(JsonNode model) {
    Table table = new Table(false, "name", PlainWords.text(model.path("name")));
    table.row("in use", ModelList.isInUse(model) ? "yes" : "no");
    table.row("sha256", PlainWords.text(model.path("sha256")));
    table.row("input", PlainWords.text(model.path("input")));
    table.row("confidence", PlainWords.text(model.path("default_confidence")));
    table.row("licence", PlainWords.licence(model, LONGEST));
    table.row("source", PlainWords.text(model.path("source"), LONGEST));
    table.row("size", PlainWords.megabytes(model.path("bytes")));
    table.row("added", added(model));
    table.row("jobs", jobs(model.path("running_jobs").asInt()));
    for (Map.Entry<String, JsonNode> worker : model.path("ms_by_worker").properties()) {
      double ms = worker.getValue().asDouble();
      table.row("ms a frame", PlainWords.milliseconds(ms) + " on " + worker.getKey());
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add("%d classes:".formatted(model.path("classes").size()));
    lines.addAll(classes(model.path("classes")));
    return lines;
  }

  private static String added(JsonNode model) {
    return model.path("bundled").asBoolean()
        ? "came with the build"
        : PlainWords.text(model.path("added_at"));
  }

  private static String jobs(int running) {
    return switch (running) {
      case 0 -> "none of those that have not ended";
      case 1 -> "1 that has not ended";
      default -> running + " that have not ended";
    };
  }

  private static List<String> classes(JsonNode labels) {
    List<String> words =
        StreamSupport.stream(labels.spliterator(), false).map(PlainWords::text).toList();
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (line.length() + word.length() > CLASSES_WIDTH) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word).append(", ");
    }
    Optional.of(line.toString())
        .filter(rest -> !rest.isEmpty())
        .map(rest -> rest.substring(0, rest.length() - 2))
        .ifPresent(lines::add);
    return lines;
  }
}
