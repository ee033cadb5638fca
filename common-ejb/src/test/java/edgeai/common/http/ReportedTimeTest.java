package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedTimeTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private static ReportedTime read(String value) {
    return ReportedTime.read(JsonInput.parse(Body.of("{\"t\":" + value + "}")), "t", NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"2026-11-22T12:15:30+02:00\"', 2026-11-22T10:15:30Z",
    "'\" 2026-11-22 10:15:30 \"', 2026-11-22T10:15:30Z",
    "1795341600, 2026-11-22T10:00:00Z",
    "1795341600.25, 2026-11-22T10:00:00.25Z",
    "'\"1795341600.123456789\"', 2026-11-22T10:00:00.123456789Z",
    "1795341600.1234567891, 2026-11-22T10:00:00.123456789Z",
    "1795341600123, 2026-11-22T10:00:00.123Z"
  })
  void anInstantIsRead(String sent, Instant meant) {
    assertThat(read(sent)).isEqualTo(new ReportedTime(meant, null));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"yesterday\"', yesterday",
    "'\"22/Nov/2026 10:15\"', 22/Nov/2026 10:15",
    "'\"2026-13-01T00:00:00Z\"', 2026-13-01T00:00:00Z",
    "17, 17",
    "1e300, 1E+300",
    "-1795341600, -1795341600"
  })
  void anythingElseIsNow(String sent, String kept) {
    assertThat(read(sent)).isEqualTo(new ReportedTime(NOW, kept));
  }

  @Test
  void longWordsAreCut() {
    ReportedTime time = read("\"" + "🚗".repeat(5_000) + "\"");

    assertThat(time.instant()).isEqualTo(NOW);
    assertThat(time.reported()).hasSize(ReportedTime.MAX_REPORTED).endsWith("🚗");
  }
}
