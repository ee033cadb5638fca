package edgeai.coordinator.stream;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.result;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.FrameResult;
import org.junit.jupiter.api.Test;

class PartTest {
  private static final String TEXT =
      "Content-Type: image/jpeg\r\nContent-Length: 4\r\n\r\njpeg\r\n--frame\r\n";

  private final Part part = Part.of("jpeg".getBytes(US_ASCII));

  @Test
  void theNextBoundaryFollowsThePicture() {
    assertThat(new String(part.bytes(), US_ASCII)).isEqualTo(TEXT);
  }

  @Test
  void aStreamBeginsWithABoundaryAndThePictureTwice() {
    assertThat(new String(part.opening(), US_ASCII)).isEqualTo("--frame\r\n" + TEXT + TEXT);
  }

  @Test
  void aFramesPictureNamesTheFrameAndItsJob() {
    byte[] jpeg = "jpeg".getBytes(US_ASCII);
    String ofJob = new String(Part.of(completed(17, "w"), jpeg).bytes(), US_ASCII);
    String ofNone =
        new String(
            Part.of(result(18, null, "w", FrameResult.COMPLETED, null), jpeg).bytes(), US_ASCII);

    assertThat(ofJob).contains("\r\nX-Job-Id: job\r\nX-Frame-Id: 17\r\n\r\njpeg");
    assertThat(ofNone).contains("Content-Length: 4\r\nX-Frame-Id: 18\r\n\r\njpeg");
  }

  @Test
  void allViewersShareItsBytes() {
    assertThat(part.bytes()).isSameAs(part.bytes());
  }
}
