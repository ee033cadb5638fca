package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceOutputTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, true, 90",
    "640, 0, false, 90",
    "-1, -1, false, 90",
    "4097, 640, true, 90",
    "640, 640, true, 0"
  })
  void whatCannotBeMadeIsRefused(int width, int height, boolean pixels, int quality) {
    assertThatThrownBy(() -> new PieceOutput(width, height, pixels, quality))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whetherItCanBeIsToldBefore() {
    assertThat(PieceOutput.isPossible(4096, 4096)).isTrue();
    assertThat(PieceOutput.isPossible(640, 4097)).isFalse();
  }

  @Test
  void picturesForPeopleAreAsDisplayedAndThoseForANetworkAsLargeAsItCanUse() {
    PictureSize displayed = new PictureSize(1280, 720);
    assertThat(PieceOutput.pixels(640, 640, 90).picture(1280, 720)).isEqualTo(displayed);
    assertThat(PieceOutput.pictures(90).picture(1280, 720)).isEqualTo(displayed);
    assertThat(PieceOutput.pictures(640, 640, 90).picture(1280, 720))
        .isEqualTo(new PictureSize(640, 360));
  }
}
