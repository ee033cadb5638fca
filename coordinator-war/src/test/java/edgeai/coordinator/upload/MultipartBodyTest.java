package edgeai.coordinator.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {
  private static final String TYPE = "multipart/form-data; boundary=XX";
  private static final String FORM =
      "--XX\r\nContent-Disposition: form-data; name=\"sample_fps\"\r\n\r\n2.5\r\n"
          + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Straße 1.mp4\"\r\n"
          + "Content-Type: video/mp4\r\n\r\nBYTES\r\n--XX--\r\n";

  private record Part(String name, String file, boolean isField, String text) {}

  private static List<Part> parts(InputStream body, String type) throws IOException {
    List<Part> parts = new ArrayList<>();
    FileItemInputIterator items = MultipartBody.parts(body, type);
    while (items.hasNext()) {
      FileItemInput item = items.next();
      try (InputStream in = item.getInputStream()) {
        parts.add(
            new Part(
                item.getFieldName(),
                item.getName(),
                item.isFormField(),
                new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    return parts;
  }

  private static InputStream body(String form) {
    return new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void partsComeOneByOne() throws IOException {
    assertThat(parts(body(FORM), TYPE))
        .isEqualTo(
            List.of(
                new Part("sample_fps", null, true, "2.5"),
                new Part("file", "Straße 1.mp4", false, "BYTES")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "a %22quoted%22 name.mp4, a \"quoted\" name.mp4",
        "100%25 %2F %41 %.mp4, 100%25 %2F %41 %.mp4",
        "it's (2) & <b>; é 李 [1].mp4, it's (2) & <b>; é 李 [1].mp4"
      })
  void aNameIsAsItWasBeforeTheFormEscapedIt(String sent, String name) throws IOException {
    String form = FORM.replace("Straße 1.mp4", sent);

    assertThat(parts(body(form), TYPE)).last().extracting(Part::file).isEqualTo(name);
  }

  @Test
  void aNameOfTwoLinesIsReadAsSuch() throws IOException {
    String form = FORM.replace("Straße 1.mp4", "one%0D%0Atwo.mp4");

    assertThat(parts(body(form), TYPE)).last().extracting(Part::file).isEqualTo("one\r\ntwo.mp4");
  }

  @Test
  void aFormWithoutPartsHasNone() throws IOException {
    assertThat(parts(body("--XX--\r\n"), TYPE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 70, 100, 130, 150, 165, 172})
  void aBodyCutOffInTheMiddleIsNoUpload(int length) {
    assertThatThrownBy(() -> parts(body(FORM.substring(0, length)), TYPE))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--X", "no form at all"})
  void aBodyThatIsNoFormHasNoParts(String form) throws IOException {
    assertThat(parts(body(form), TYPE)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "text/plain", "multipart/form-data", "multipart/form-data; boundary="})
  void aBodyWithoutABoundaryIsNoUpload(String type) {
    assertThatThrownBy(() -> parts(body(FORM), type)).isInstanceOf(IOException.class);
  }

  @Test
  void endlessHeadersAreNoUpload() {
    String form =
        "--XX\r\nContent-Disposition: form-data; name=\""
            + "x".repeat(100_000)
            + "\"\r\n\r\n1\r\n--XX--";

    assertThatThrownBy(() -> parts(body(form), TYPE)).isInstanceOf(IOException.class);
  }

  @Test
  void aBodyOverItsLimitIsTooLarge() {
    InputStream limited = new LimitedInput(body(FORM), 100);

    assertThat(Problems.of(() -> parts(limited, TYPE)).status()).isEqualTo(413);
  }
}
