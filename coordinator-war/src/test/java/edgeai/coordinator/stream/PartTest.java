package edgeai.coordinator.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartTest {
  private static final String TEXT =
      "Content-Type: image/jpeg\r\nContent-Length: 4\r\n\r\njpeg\r\n--frame\r\n";

  private final Part part = new Part("jpeg".getBytes(US_ASCII));

  @Test
  void theNextBoundaryFollowsThePicture() {
    assertThat(new String(part.bytes(), US_ASCII)).isEqualTo(TEXT);
  }

  @Test
  void aStreamBeginsWithABoundaryAndThePictureTwice() {
    assertThat(new String(part.opening(), US_ASCII)).isEqualTo("--frame\r\n" + TEXT + TEXT);
  }

  @Test
  void allViewersShareItsBytes() {
    assertThat(part.bytes()).isSameAs(part.bytes());
  }
}
