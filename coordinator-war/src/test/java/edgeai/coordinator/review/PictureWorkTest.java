package edgeai.coordinator.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureWorkTest {
  private long now = -5;
  private final PictureWork work = new PictureWork(() -> now);

  @Test
  void whatOnlyWaitedWasNotDecoded() {
    now += 90;
    assertThat(work.wentIntoDecoding()).isFalse();
  }

  @Test
  void whatBeganLateWasNotDecodedForLong() {
    now += 60;
    work.opened();
    now += 30;
    assertThat(work.wentIntoDecoding()).isFalse();
  }

  @Test
  void whatBeganAtOnceWasDecodedAllTheTime() {
    now += 2;
    work.opened();
    now += 88;
    assertThat(work.wentIntoDecoding()).isTrue();
  }
}
