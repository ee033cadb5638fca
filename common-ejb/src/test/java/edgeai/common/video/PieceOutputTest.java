package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.vision.FrameInput;
import edgeai.common.vision.ModelCard;
import edgeai.settings.Tiles;
import java.util.List;
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

  @ParameterizedTest
  @CsvSource({
    "WHOLE, 320, 240, 640, 480", // a network's own input is filled, as ever
    "SIX, 320, 240, 320, 240", // tiles get the frame's own pixels
    "SIX, 3840, 2160, 1664, 936"
  })
  void tilesGetNoMorePixelsThanTheFrameHas(
      Tiles tiles, int width, int height, int madeWidth, int madeHeight) {
    FrameInput input =
        FrameInput.of(
            new ModelCard("m", "h", List.of(), 640, 640, "cpu", null, null, 0.4, null), tiles);
    PieceHeader header =
        new PieceHeader(
            new byte[0],
            new byte[0],
            Double.NaN,
            Double.NaN,
            tiles,
            List.of(new PieceFrame(1, 0, 0, 0, false)),
            List.of(new PiecePacket(1, 0, 0, 1)));
    PieceRequest request =
        new PieceRequest(header, PieceOutput.pixels(input.width(), input.height(), 90));

    assertThat(PieceShot.size(width, height, request))
        .isEqualTo(new PictureSize(madeWidth, madeHeight));
  }
}
