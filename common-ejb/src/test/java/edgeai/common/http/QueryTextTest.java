package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
  @Test
  void aNumberWithinItsBoundsIsRead() {
    assertThat(QueryText.whole("limit", "7", 1, 7)).isEqualTo(7);
    assertThat(QueryText.whole("limit", "-1", -1, 7)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 7", "x", "7.0", "1e3", "99999999999999999999", "0", "8", "-1"})
  void anythingElseNamesTheParameter(String text) {
    Problems.Refused refused = Problems.of(() -> QueryText.whole("limit", text, 1, 7));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).startsWith("limit must be");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:15:30Z, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30, 2026-11-22T10:15:30Z",
    "2026-11-22T12:15:30+02:00, 2026-11-22T10:15:30Z",
    "2026-11-22T12:15:30 02:00, 2026-11-22T10:15:30Z",
    "2026-11-22T12:15:30 0200, 2026-11-22T10:15:30Z",
    "2026-11-22T12:15 02, 2026-11-22T10:15:00Z",
    "2026-11-22 10:15:30, 2026-11-22T10:15:30Z",
    "2026-11-22 10:15, 2026-11-22T10:15:00Z"
  })
  void anInstantMayHaveLostItsPlus(String text, Instant meant) {
    assertThat(QueryText.instant("since", text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "7", "2026-11-22", "2026-13-01T00:00:00Z"})
  void whatIsNoInstantNamesTheParameter(String text) {
    Problems.Refused refused = Problems.of(() -> QueryText.instant("since", text));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).startsWith("since must be an ISO 8601 instant");
  }
}
