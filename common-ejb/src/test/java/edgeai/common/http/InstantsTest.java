package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:15:30Z, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30z, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30.123Z, 2026-11-22T10:15:30.123Z",
    "2026-11-22T10:15:30.123456789Z, 2026-11-22T10:15:30.123456789Z",
    "2026-11-22T10:15:30.1+00:00, 2026-11-22T10:15:30.1Z",
    "2026-11-22T11:15:30+01:00, 2026-11-22T10:15:30Z",
    "2026-11-22T11:15:30+0100, 2026-11-22T10:15:30Z",
    "2026-11-22T11:15:30+01, 2026-11-22T10:15:30Z",
    "2026-11-22T04:45:30-05:30, 2026-11-22T10:15:30Z",
    "2026-11-22T04:45:30-0530, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30.123456, 2026-11-22T10:15:30.123456Z",
    "2026-11-22 10:15:30.123456, 2026-11-22T10:15:30.123456Z",
    "2026-11-22 10:15:30+00:00, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15, 2026-11-22T10:15:00Z",
    "2026-11-22T23:59:60Z, ",
    "2026-02-29T00:00:00Z, ",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
  })
  void iso8601IsReadAsUtc(String text, Instant expected) {
    assertThat(Instants.parse(text).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "2026-11-22",
        "10:15:30",
        "1763806530",
        "2026-13-01T00:00:00Z",
        "2026-11-22T25:00:00Z",
        "2026-11-22T10:15:30+25:00",
        "2026-11-22T10:15:30.1234567890Z",
        "2026-11-22T10:15:30ZZ",
        "+10000-01-01T00:00:00Z",
        "+999999999-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "0000-01-01T00:00:00+01:00",
        "22.11.2026 10:15:30",
        "2026-11-22T10:15:30Z; drop table"
      })
  void anythingElseIsNoInstant(String text) {
    assertThat(Instants.parse(text)).isEmpty();
  }
}
