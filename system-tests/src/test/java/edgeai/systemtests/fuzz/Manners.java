package edgeai.systemtests.fuzz;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which answers are in order, whatever was asked. */
final class Manners {
  /** What nobody who asks should hear of. */
  private static final List<String> TELLTALES =
      List.of(
          "<html",
          "<!doctype",
          "\tat ",
          "payara",
          "glassfish",
          "grizzly",
          "jersey",
          "tyrus",
          "hazelcast",
          "eclipse",
          "jakarta.",
          "java.",
          "javax.",
          "org.h2",
          "sqlstate",
          "onnxruntime",
          "bytedeco",
          "nullpointer",
          "stack trace");

  private static final int MOST_LOOKED_AT = 64 << 10;

  private Manners() {}

  /**
   * A sentence for each thing that is not in order.
   *
   * @param bodiless whether the answer has no body, as to HEAD
   */
  static List<String> faults(Answer answer, boolean bodiless) {
    List<String> faults = new ArrayList<>();
    int status = answer.status();
    if (status < 100) {
      faults.add("no status line: " + answer.head().getFirst());
    } else if (status >= 400 && !ContainersOwn.excuses(answer)) {
      problem(answer, bodiless, faults);
    }
    if (!answer.header("X-Injected").isEmpty()) {
      faults.add("a header that the request brought");
    }
    for (String header : List.of("Server", "X-Powered-By", "Via")) {
      if (!answer.header(header).isEmpty()) {
        faults.add(header + ": " + answer.header(header));
      }
    }
    tellTales(answer, faults);
    return faults;
  }

  private static void problem(Answer answer, boolean bodiless, List<String> faults) {
    int status = answer.status();
    if (status == 503 ? answer.header("Retry-After").isEmpty() : status >= 500) {
      if (!KnownRefusals.isOne(answer)) {
        faults.add("status %d: %s".formatted(status, shortened(answer.text())));
        return;
      }
    }
    if (!answer.header("Content-Type").startsWith("application/problem+json")) {
      faults.add(
          "status %d is no problem but %s: %s"
              .formatted(status, answer.header("Content-Type"), shortened(answer.text())));
    } else if (!bodiless) {
      detail(answer, faults);
    }
  }

  private static void detail(Answer answer, List<String> faults) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
      JsonObject problem = reader.readObject();
      if (problem.getInt("status", 0) != answer.status()
          || problem.getString("type", "").isEmpty()
          || problem.getString("title", "").isEmpty()
          || problem.getString("detail", "").isBlank()) {
        faults.add("half a problem: " + problem);
      }
    } catch (JsonException e) {
      faults.add("a problem that is no JSON: " + shortened(answer.text()));
    }
  }

  private static void tellTales(Answer answer, List<String> faults) {
    String type = answer.header("Content-Type");
    if (!type.contains("json") && answer.status() < 400) {
      return;
    }
    String text = answer.text();
    String looked =
        text.substring(0, Math.min(MOST_LOOKED_AT, text.length())).toLowerCase(Locale.ROOT);
    // a worker's last error may name one, in the list of workers
    Stream.concat(
            TELLTALES.stream(), answer.status() < 400 ? Stream.empty() : Stream.of("exception"))
        .filter(looked::contains)
        .findFirst()
        .ifPresent(
            tale -> {
              String around = text.substring(Math.max(0, looked.indexOf(tale) - 120));
              faults.add("the answer tells of '%s': %s".formatted(tale, shortened(around)));
            });
  }

  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 300 ? line : line.substring(0, 300) + "...";
  }
}
