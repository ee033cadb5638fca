package edgeai.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableLineTest {
  @Test
  void jsonIsShownAsALineWithItsStackTraceBelow() {
    assertThat(
            ReadableLine.of(
                "{\"time\":\"2026-01-01T12:00:00.123Z\",\"level\":\"SEVERE\",\"logger\":\"edgeai.a.B\","
                    + "\"message\":\"fails\",\"exception\":\"java.io.IOException: no\\n\\tat x\"}"))
        .hasSize(3)
        .satisfies(lines -> assertThat(lines.get(0)).endsWith(".123 SEVERE edgeai.a.B fails"))
        .endsWith("java.io.IOException: no", "\tat x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-01 12:00:00.000 INFO edgeai.a.B ready",
        "{\"time\":\"2026-01-01T12:00:00.000Z\",\"lev",
        "{\"time\":\"soon\",\"level\":\"INFO\"}",
        "{\"other\":1}"
      })
  void allElseStaysAsItIs(String line) {
    assertThat(ReadableLine.of(line)).containsExactly(line);
  }
}
