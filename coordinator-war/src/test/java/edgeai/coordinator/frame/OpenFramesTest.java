package edgeai.coordinator.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenFramesTest {
  private final OpenFrames open = new OpenFrames();

  @Test
  void aFrameThatComesTwiceCountsOnce() {
    open.add(TestFrames.frame(1));
    open.add(TestFrames.frame(2));
    open.add(TestFrames.frame(2));
    open.forget(1);

    assertThat(open.added()).isEqualTo(2);
  }
}
