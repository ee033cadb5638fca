package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {

  @ParameterizedTest
  @CsvSource({
    "1280, 720, 640, 640, 640, 360",
    "720, 1280, 640, 640, 360, 640",
    "1920, 1080, 640, 640, 640, 360",
    "1000, 1000, 640, 384, 384, 384",
    "7680, 2, 640, 640, 640, 1",
    "854, 480, 640, 640, 640, 360",
  })
  void isWhatTheNetworkCanUse(
      int width, int height, int inputWidth, int inputHeight, int fitWidth, int fitHeight) {
    assertThat(PictureSize.of(width, height, inputWidth, inputHeight))
        .isEqualTo(new PictureSize(fitWidth, fitHeight));
  }

  @ParameterizedTest
  @CsvSource({"640, 640", "320, 200", "800, 600", "850, 10"})
  void aFrameThatIsHardlyLargerStaysAsItIs(int width, int height) {
    assertThat(PictureSize.of(width, height, 640, 640)).isEqualTo(new PictureSize(width, height));
  }

  @Test
  void noInputLeavesEveryFrameAsItIs() {
    assertThat(PictureSize.of(7680, 4320, 0, 0)).isEqualTo(new PictureSize(7680, 4320));
  }

  @Test
  void theNewestRequestCountsAndNobodyWaitsForOne() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SizeRequest(640, 640).write(new DataOutputStream(bytes));
    new SizeRequest(320, 192).write(new DataOutputStream(bytes));
    bytes.write(new byte[3]); // half of a third one
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    SizeRequest newest = SizeRequest.AS_DISPLAYED.orNewer(in);

    assertThat(newest).isEqualTo(new SizeRequest(320, 192));
    assertThat(newest.orNewer(in)).isEqualTo(newest);
  }
}
