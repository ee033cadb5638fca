package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodyPaceTest {
  private final BodyPace pace = new BodyPace();

  private int looksUntilTooSlow(long bytesEachLook) {
    return IntStream.rangeClosed(1, 1_000)
        .filter(look -> pace.isTooSlow(look * bytesEachLook))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void dripsAreGivenUpAfterTwentySeconds() {
    assertThat(looksUntilTooSlow(5) * BodyPace.LOOK_SECONDS).isEqualTo(20);
  }

  @Test
  void nobodyIsWaitedForForEver() {
    assertThat(looksUntilTooSlow(BodyPace.LEAST_A_LOOK)).isBetween(30, 100);
  }

  @Test
  void aPauseIsForgiven() {
    long received = 0;
    for (int look = 0; look < 40; look++) {
      received += look % 4 == 3 ? BodyPace.LEAST_A_LOOK : 0;
      assertThat(pace.isTooSlow(received)).as("look %d", look).isFalse();
    }
  }
}
