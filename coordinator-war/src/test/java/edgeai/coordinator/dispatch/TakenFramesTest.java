package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TakenFramesTest {
  private static final int FRAMES = 5_000;

  @Test
  void anOrdinalIsHowManyAreTakenBefore() {
    BitSet taken = new BitSet();
    new Random(7).ints(FRAMES / 3, 0, FRAMES).forEach(taken::set);
    TakenFrames frames = new TakenFrames(taken);
    long before = 0;
    for (int index = taken.nextSetBit(0); index >= 0; index = taken.nextSetBit(index + 1)) {
      assertThat(frames.ordinal(index)).as("frame %d", index).isEqualTo(before++);
    }
    assertThat(frames.count()).isEqualTo(before);
  }

  @Test
  void thereMayBeNone() {
    assertThat(new TakenFrames(new BitSet()).count()).isZero();
  }
}
