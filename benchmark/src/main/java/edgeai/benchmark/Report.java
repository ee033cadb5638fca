package edgeai.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Rows and notes of all benchmarks, in the order they came. */
public final class Report {

  private static final int LONGEST = 200;

  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String benchmark = "";
  private boolean failed;

  /** Whose the rows and notes are that follow. */
  void begin(Benchmark next) {
    benchmark = next.name();
  }

  /** Adds a row, named after the benchmark first. */
  public void add(Row row) {
    rows.add(row.under(benchmark));
  }

  /** Adds a sentence to be printed below the table. */
  public void note(String sentence) {
    notes.add(benchmark + ": " + sentence);
  }

  /** Notes that the benchmark could not be run to its end; its rows so far stay. */
  void fail(Throwable reason) {
    failed = true;
    rows.add(Row.of(benchmark, Figure.missing("failed: " + sentence(reason)), ""));
  }

  boolean failed() {
    return failed;
  }

  /** The table, a line of its own for each row, and the notes. */
  String text() {
    FigureTable table = new FigureTable("name", "value", "unit", "reference", "its value", "ratio");
    for (Row row : rows) {
      table.row(
          row.name(),
          row.value().text(),
          row.unit(),
          row.reference(),
          row.referenceValue().text(),
          row.ratio().text());
    }
    StringBuilder text = new StringBuilder(table.text());
    if (!notes.isEmpty()) {
      text.append('\n');
    }
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  /** The machine and the rows; what is missing is null. */
  JsonObject json(Machine machine) {
    var list = Json.createArrayBuilder();
    rows.forEach(row -> list.add(json(row)));
    return Json.createObjectBuilder().add("machine", machine.json()).add("rows", list).build();
  }

  private static JsonObjectBuilder json(Row row) {
    return Json.createObjectBuilder()
        .add("name", row.name())
        .add("value", number(row.value()))
        .add("unit", row.unit())
        .add(
            "reference",
            row.reference().isEmpty() ? JsonValue.NULL : Json.createValue(row.reference()))
        .add("reference_value", number(row.referenceValue()))
        .add("ratio", number(row.ratio()));
  }

  private static JsonValue number(Figure figure) {
    OptionalDouble number = figure.number();
    return number.isPresent() ? Json.createValue(number.getAsDouble()) : JsonValue.NULL;
  }

  /** What was thrown, in one line of at most 200 characters; its kind where it says nothing. */
  public static String sentence(Throwable reason) {
    String message = String.valueOf(reason.getMessage()).strip().replaceAll("\\s+", " ");
    if (reason.getMessage() == null || message.isEmpty()) {
      return reason.getClass().getSimpleName();
    }
    return message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
  }
}
