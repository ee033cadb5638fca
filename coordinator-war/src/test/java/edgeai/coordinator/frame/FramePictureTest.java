package edgeai.coordinator.frame;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.vision.EncodedPicture;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramePictureTest {
  private static final byte[] JPEG = new byte[3];

  private static List<Detection> car(int x1, int y1, int x2, int y2) {
    return List.of(new Detection("car", 0.5, new Box(x1, y1, x2, y2)));
  }

  @Test
  void aFrameAsDisplayedKeepsItsBoxes() {
    FramePicture picture = FramePicture.asDisplayed(JPEG, 1280, 720);

    assertThat(picture.isReduced()).isFalse();
    assertThat(picture.scale()).isEqualTo(1);
    assertThat(picture.ofFrame(car(1, 2, 1280, 720))).isEqualTo(car(1, 2, 1280, 720));
    assertThat(picture.encoded()).isEqualTo(EncodedPicture.of(JPEG));
  }

  @Test
  void boxesOfASmallerPictureGrowToTheFrame() {
    FramePicture picture = new FramePicture(JPEG, 640, 426, 1280, 853);

    assertThat(picture.isReduced()).isTrue();
    assertThat(picture.scale()).isEqualTo(0.5);
    assertThat(picture.ofFrame(car(0, 0, 640, 426))).isEqualTo(car(0, 0, 1280, 853));
    assertThat(picture.ofFrame(car(10, 100, 20, 213))).isEqualTo(car(20, 200, 40, 427));
    assertThat(picture.encoded()).isEqualTo(new EncodedPicture(JPEG, 1280, 853));
  }
}
