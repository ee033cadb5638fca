package edgeai.common.log;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.TraceParent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final JsonLines lines = new JsonLines();

  @Test
  void aLineHasWhoSaysWhatAndWhen() {
    LogRecord event = event("{0} of {1}\n\"quoted\" \\ \u2028 \ud83d\ude00");
    event.setParameters(new Object[] {"one", 2});
    event.setInstant(Instant.parse("2026-01-01T12:00:00.1239Z"));
    assertThat(lines.format(event)).endsWith("}\n").containsOnlyOnce("\n");
    JsonObject json = read(event);
    assertThat(json.getString("time")).isEqualTo("2026-01-01T12:00:00.123Z");
    assertThat(json.getString("level")).isEqualTo("WARNING");
    assertThat(json.getString("logger")).isEqualTo("edgeai.a.B");
    assertThat(json.getString("message")).isEqualTo("one of 2\n\"quoted\" \\ \u2028 \ud83d\ude00");
    assertThat(json.getString("thread")).isEqualTo(Thread.currentThread().getName());
    assertThat(json).doesNotContainKeys("job", "frame", "worker", "trace_id", "exception");
  }

  @Test
  void itSaysWhatItsThreadIsAtAsLongAsItIs() {
    LogContext.run(
        LogSubject.ofJob("a1").within(new TraceParent("t", "s", true)),
        () -> {
          LogContext.run(
              LogSubject.ofWorker("w-1").withFrame(7),
              () -> {
                JsonObject json = read(event("x"));
                assertThat(json.getString("job")).isEqualTo("a1");
                assertThat(json.getString("frame")).isEqualTo("7");
                assertThat(json.getString("worker")).isEqualTo("w-1");
                assertThat(json.getString("trace_id")).isEqualTo("t");
                assertThat(json.getString("span_id")).isEqualTo("s");
              });
          assertThat(read(event("x"))).containsKey("job").doesNotContainKey("frame");
        });
    assertThat(read(event("x"))).doesNotContainKey("job");
  }

  @Test
  void aThreadWithoutANameIsToldByItsNumber() throws InterruptedException {
    StringBuilder line = new StringBuilder();
    Thread thread = Thread.ofVirtual().start(() -> line.append(lines.format(event("x"))));
    thread.join();
    assertThat(line).contains("\"thread\":\"virtual-" + thread.threadId());
  }

  @Test
  void whatWasThrownIsOneFieldWithinBounds() {
    LogRecord event = event("fails");
    event.setThrown(deep(500, new IllegalStateException("x".repeat(10_000))));
    String exception = read(event).getString("exception");
    assertThat(exception)
        .startsWith(
            "java.lang.IllegalArgumentException: deep\n\tat edgeai.common.log.JsonLinesTest")
        .contains("\n\t... ", "\nCaused by: java.lang.IllegalStateException: xxx")
        .hasSizeLessThan(20_000);
  }

  @Test
  void whatCausesItselfAndLongChainsEnd() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);
    assertThat(StackText.of(first)).containsOnlyOnce("Exception: second");
    Exception chain = new Exception("0");
    for (int i = 1; i < 100; i++) {
      chain = new Exception(String.valueOf(i), chain);
    }
    assertThat(StackText.of(chain).lines().filter(line -> line.startsWith("Caused by: ")))
        .hasSize(StackText.MOST_CAUSES - 1);
  }

  @Test
  void aLongMessageIsCut() {
    assertThat(read(event("y".repeat(100_000))).getString("message"))
        .hasSize(JsonLines.LONGEST_MESSAGE + 3);
  }

  private static RuntimeException deep(int calls, Throwable cause) {
    return calls == 0 ? new IllegalArgumentException("deep", cause) : deep(calls - 1, cause);
  }

  private static LogRecord event(String message) {
    LogRecord event = new LogRecord(Level.WARNING, message);
    event.setLoggerName("edgeai.a.B");
    return event;
  }

  private JsonObject read(LogRecord event) {
    try (JsonReader reader = Json.createReader(new StringReader(lines.format(event)))) {
      return reader.readObject();
    }
  }
}
