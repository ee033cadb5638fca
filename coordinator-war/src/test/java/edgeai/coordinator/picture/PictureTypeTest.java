package edgeai.coordinator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTypeTest {
  private static final byte[] BITMAP = bytes("BM and so on");
  private static final byte[] GIF = bytes("GIF89a");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/jpeg",
        "image/jpg",
        "Image/JPG; q=1",
        "image/png",
        "image/webp",
        "image/bmp",
        "image/gif",
        "application/octet-stream"
      })
  void theBytesCount(String type) {
    assertThat(PictureType.require("/detect", type).checked(BITMAP)).isSameAs(BITMAP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/jpg", "IMAGE/WEBP", "image/x-ms-bmp; a=b"})
  void whatIsDeclaredToBeTakenIsReadAndFoundToBeDamaged(String type) {
    assertThat(PictureType.require("/detect", type).checked(GIF)).isSameAs(GIF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/gif", "image/tiff", "application/octet-stream"})
  void otherKindsAreToldWhatIsTaken(String type) {
    PictureType declared = PictureType.require("/detect", type);
    assertThat(Problems.of(() -> declared.checked(GIF)))
        .isEqualTo(
            new Refused(
                415,
                "/detect takes image/jpeg, image/png, image/webp or image/bmp, not " + type + "."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "video/mp4", "nonsense"})
  void whatAPageMaySendUnaskedIsNotLookedAt(String type) {
    assertThat(Problems.of(() -> PictureType.require("/detect", type)).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void noTypeIsNone(String type) {
    assertThat(Problems.of(() -> PictureType.require("/detect", type)).detail())
        .endsWith("not a body without a Content-Type.");
  }

  @Test
  void aLongTypeIsShownCutShort() {
    assertThat(Problems.of(() -> PictureType.require("/x", "a/" + "b".repeat(5000))).detail())
        .hasSizeLessThan(250);
  }
}
