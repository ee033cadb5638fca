package edgeai.common.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.junit.jupiter.api.Test;

class OpenConnectionTest {
  private static final HttpRequestPacket REQUEST =
      HttpRequestPacket.builder().method("GET").uri("/").protocol("HTTP/1.1").build();

  private final OpenConnection connection = new OpenConnection(null);

  private long looksUntilOverdue() {
    return IntStream.range(1, 1_000).filter(look -> connection.isOverdue()).findFirst().orElse(0);
  }

  @Test
  void oneThatNeverAsksEndsAfterAMinute() {
    assertThat(looksUntilOverdue() * OpenConnection.LOOK_SECONDS).isBetween(60L, 65L);
  }

  @Test
  void theHeadOfARequestHasTwentySecondsHoweverItDrips() {
    connection.hear();
    connection.isOverdue();
    connection.hear();
    connection.isOverdue();
    connection.hear();
    assertThat((2 + looksUntilOverdue()) * OpenConnection.LOOK_SECONDS).isBetween(20L, 25L);
  }

  @Test
  void aRequestThatIsWorkedOnTakesWhatItTakes() {
    connection.hear();
    connection.begin(REQUEST);
    connection.hear();
    assertThat(looksUntilOverdue()).isZero();
  }

  @Test
  void afterItsAnswerItMayBeIdleForAWhile() {
    connection.hear();
    connection.begin(REQUEST);
    looksUntilOverdue();
    connection.finish();
    assertThat(looksUntilOverdue() * OpenConnection.LOOK_SECONDS).isBetween(60L, 65L);
  }
}
