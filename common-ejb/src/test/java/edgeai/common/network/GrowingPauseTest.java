package edgeai.common.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {
  private final GrowingPause pause =
      new GrowingPause(Duration.ofMillis(500), Duration.ofSeconds(15), new SplittableRandom(1));

  @Test
  void growsToItsBound() {
    for (long whole : new long[] {500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000}) {
      assertThat(pause.next()).isBetween(whole / 2, whole);
    }
  }

  @Test
  void isShortAgainAfterASuccess() {
    pause.next();
    pause.next();
    pause.reset();

    assertThat(pause.next()).isBetween(250L, 500L);
  }
}
