package edgeai.cli.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The models of a pool: in lines, and the one that somebody means. */
public record ModelList(JsonNode models) {
  private static final int LONGEST_LICENCE = 32;

  /** Fewer letters of a hash are taken for a name. */
  private static final int SHORTEST_HASH = 6;

  /** A line per model. */
  public List<String> lines() {
    Table table =
        new Table(
            false,
            "MODEL",
            "IN USE",
            "CLASSES",
            "INPUT",
            "LICENCE",
            "SIZE",
            "MS A FRAME, BY WORKER");
    for (JsonNode model : models) {
      table.row(
          PlainWords.text(model.path("name")),
          isInUse(model) ? "yes" : PlainWords.NOTHING,
          Integer.toString(model.path("classes").size()),
          PlainWords.text(model.path("input")),
          PlainWords.licence(model, LONGEST_LICENCE),
          PlainWords.megabytes(model.path("bytes")),
          PlainWords.milliseconds(model.path("ms_by_worker")));
    }
    return table.lines();
  }

  /**
   * The model of a name, of a hash, or of a hash's beginning.
   *
   * @throws CommandRefusal where there is none, or more than one
   */
  public JsonNode named(String wished) {
    List<JsonNode> called = all(model -> text(model, "name").equals(wished));
    if (!called.isEmpty()) {
      return called.getFirst();
    }
    String hash = wished.toLowerCase(Locale.ROOT);
    List<JsonNode> hashed =
        hash.length() < SHORTEST_HASH
            ? List.of()
            : all(model -> text(model, "sha256").startsWith(hash));
    if (hashed.size() == 1) {
      return hashed.getFirst();
    }
    throw new CommandRefusal(
        "there is %s model %s: ./edge model list shows those there are"
            .formatted(hashed.isEmpty() ? "no" : "more than one", wished));
  }

  /** The pool's own. */
  public JsonNode inUse() {
    return all(ModelList::isInUse).stream().findFirst().orElse(models.path(-1));
  }

  static boolean isInUse(JsonNode model) {
    return model.path("in_use").asBoolean();
  }

  private List<JsonNode> all(Predicate<JsonNode> wanted) {
    return StreamSupport.stream(models.spliterator(), false).filter(wanted).toList();
  }

  private static String text(JsonNode model, String member) {
    return model.path(member).asText();
  }
}
