package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrientationTest {
  private static final int ONE = 0x10000;

  private static Orientation of(int a, int b, int c, int d) {
    return Orientation.of(new int[] {a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 1 << 30});
  }

  @Test
  void readsTheEightWaysToHoldACamera() {
    assertThat(of(1, 0, 0, 1)).isEqualTo(Orientation.UPRIGHT);
    assertThat(of(0, 1, -1, 0)).isEqualTo(new Orientation(false, 90));
    assertThat(of(-1, 0, 0, -1)).isEqualTo(new Orientation(false, 180));
    assertThat(of(0, -1, 1, 0)).isEqualTo(new Orientation(false, 270));
    assertThat(of(-1, 0, 0, 1)).isEqualTo(new Orientation(true, 0));
    assertThat(of(1, 0, 0, -1)).isEqualTo(new Orientation(true, 180));
    assertThat(of(0, 1, 1, 0)).isEqualTo(new Orientation(true, 270));
    assertThat(of(0, -1, -1, 0)).isEqualTo(new Orientation(true, 90));
  }

  @Test
  void takesTheNearestQuarterTurn() {
    assertThat(Orientation.of(new int[] {600, 65000, 0, -65000, 600, 0, 0, 0, 1 << 30}))
        .isEqualTo(new Orientation(false, 90));
  }

  @Test
  void aMatrixOfNothingLeavesThePictureAlone() {
    assertThat(Orientation.of(new int[9])).isEqualTo(Orientation.UPRIGHT);
  }
}
