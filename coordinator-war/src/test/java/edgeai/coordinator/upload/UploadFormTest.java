package edgeai.coordinator.upload;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.Problems.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadFormTest {
  private static final String VIDEO = "RIFF0000AVI LIST";
  private static final int MOST = 20;

  private final UploadOptions options = TestUploads.options(List.of("car"), false);

  @TempDir private Path folder;

  private static String field(String name, String value) {
    return "--XX\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static String file(String name, String bytes) {
    return ("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n")
        .formatted(name, bytes);
  }

  private Path part() {
    return folder.resolve("a.part");
  }

  private UploadedFile read(String... parts) throws IOException {
    byte[] form = (String.join("", parts) + "--XX--\r\n").getBytes(StandardCharsets.UTF_8);
    return new UploadForm("a", part(), MOST)
        .read(new ByteArrayInputStream(form), "multipart/form-data; boundary=XX", options);
  }

  @Test
  void theFileGoesToDiskAndTheRestAreOptionsWhereverTheyStand() throws IOException {
    UploadedFile file =
        read(field("confidence", "0.5"), file("drive.avi", VIDEO), field("sample_fps", "2"));

    assertThat(file).isEqualTo(new UploadedFile("a", part(), "drive.avi", VIDEO.length()));
    assertThat(part()).hasContent(VIDEO);
    assertThat(options.toJobOptions().sampleFps()).isEqualTo(2);
    assertThat(options.toJobOptions().confidence()).hasValue(0.5);
  }

  @Test
  void theFirstOfTwoFilesCounts() throws IOException {
    assertThat(read(file("first.avi", VIDEO), file("second.avi", "no video")).name())
        .isEqualTo("first.avi");
    assertThat(part()).hasContent(VIDEO);
  }

  @Test
  void aFormWithoutAFileIsNone() {
    assertThat(Problems.of(() -> read(field("sample_fps", "2"))))
        .isEqualTo(new Refused(400, "The form has no part named file."));
  }

  @Test
  void anEmptyFileIsNone() {
    assertThat(Problems.of(() -> read(file("drive.avi", ""))))
        .isEqualTo(new Refused(400, "drive.avi is empty."));
  }

  @ParameterizedTest
  @CsvSource({"BYTES, 400", "RIFF0000AVI LIST and more, 413"})
  void whatIsNoVideoOrTooLargeIsRefused(String bytes, int status) {
    assertThat(Problems.of(() -> read(file("drive.avi", bytes))).status()).isEqualTo(status);
  }

  @Test
  void labelsThatTheModelDoesNotHaveAreRefusedBeforeTheFileIsTaken() {
    assertThat(Problems.of(() -> read(field("classes", "cow"), file("drive.avi", VIDEO))).detail())
        .isEqualTo("classes: the model street has no cow (nearest: car).");
    assertThat(part()).doesNotExist();
    options.set("classes", "");
    options.set("classes", "car");
    assertThat(
            Problems.of(() -> read(file("drive.avi", VIDEO), field("model", "animals"))).status())
        .isEqualTo(422);
  }

  @Test
  void nothingIsStoredBesideTheFile() throws IOException {
    read(file("../../drive.avi", VIDEO));

    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(part());
    }
  }
}
