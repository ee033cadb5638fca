package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.video.VideoFrame;
import org.junit.jupiter.api.Test;

class FrameSlotTest {
  private final FrameSlot slot = new FrameSlot();

  private static CapturedFrame frame(int index) {
    return new CapturedFrame(new VideoFrame(index, index * 200L, 1, 1, new byte[1], 1, 1, 0, 0), 1);
  }

  @Test
  void theNewestWinsAndTheOthersAreCounted() throws InterruptedException {
    slot.put(frame(0));
    slot.put(frame(1));
    slot.put(frame(2));

    assertThat(slot.take(0)).map(taken -> taken.frame().index()).contains(2);
    assertThat(slot.shed()).isEqualTo(2);
  }

  @Test
  void aFrameIsTakenOnce() throws InterruptedException {
    slot.put(frame(0));

    assertThat(slot.take(1)).isPresent();
    assertThat(slot.take(1)).isEmpty();
    assertThat(slot.shed()).isZero();
  }

  @Test
  void aFrameFromBeforeAPauseIsForgotten() throws InterruptedException {
    slot.put(frame(0));
    slot.clear();

    assertThat(slot.take(1)).isEmpty();
    assertThat(slot.shed()).isZero();
  }
}
