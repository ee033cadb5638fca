package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("edge.properties"), text);
  }

  private String value(String name, String text) throws IOException {
    return SettingsFile.read(write(text)).find(name).map(Given::value).orElse(null);
  }

  @Test
  void namesAndValuesStandInLines() throws IOException {
    String text =
        """
        # remark
        ! another

        PORT=9000
          HOST = 10.0.0.1\t
        export SAMPLE_FPS=2
        CORS_ORIGINS=
        """;

    assertThat(value("PORT", text)).isEqualTo("9000");
    assertThat(value("HOST", text)).isEqualTo("10.0.0.1");
    assertThat(value("SAMPLE_FPS", text)).isEqualTo("2");
    assertThat(value("CORS_ORIGINS", text)).isNull();
    assertThat(SettingsFile.read(write(text)).find("HOST").orElseThrow().origin())
        .hasToString(Origin.line(folder.resolve("edge.properties"), 5).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "C:\\data\\new|C:\\data\\new",
        "Zoë 李|Zoë 李",
        "a=b:c#d!e|a=b:c#d!e",
        "${HOME}\\u0041|${HOME}\\u0041",
        "\"  in quotes \"|  in quotes ",
        "'it is \"so\"'|it is \"so\"",
        "\"half|\"half",
        "5\\|5\\"
      })
  void aValueIsTakenAsItIsWritten(String written, String value) throws IOException {
    assertThat(value("CAMERA_NAME", "CAMERA_NAME=" + written)).isEqualTo(value);
  }

  @Test
  void theEndOfALineMayBeThatOfAnySystem() throws IOException {
    assertThat(value("PORT", "\uFEFFHOST=h\r\nPORT=1\r\n")).isEqualTo("1");
    assertThat(value("PORT", "HOST=h\rPORT=2")).isEqualTo("2");
  }

  @Test
  void aPathIsMeantFromTheFolderOfTheFile() throws IOException {
    assertThat(value("DATA_DIR", "DATA_DIR=data")).isEqualTo(folder.resolve("data").toString());
    assertThat(value("DATA_DIR", "DATA_DIR=/data")).isEqualTo("/data");
    assertThat(value("MODEL", "MODEL=~/m.onnx")).isEqualTo("~/m.onnx");
    assertThat(value("CAMERA_SOURCE", "CAMERA_SOURCE=a.mp4"))
        .isEqualTo(folder.resolve("a.mp4").toString());
    assertThat(value("CAMERA_SOURCE", "CAMERA_SOURCE=0")).isEqualTo("0");
    assertThat(value("CAMERA_SOURCE", "CAMERA_SOURCE=rtsp://c/1")).isEqualTo("rtsp://c/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SAMPLE_FSP=2|there is no setting SAMPLE_FSP (the nearest are SAMPLE_FPS, ",
        "port=9000|there is no setting port (the nearest are PORT, ",
        "Größe=1|there is no setting Größe (the nearest are ",
        "PORT 9000|is not NAME=value, nor a remark behind a #",
        "PORT: 9000|is not NAME=value, nor a remark behind a #",
        "=9000|is not NAME=value, nor a remark behind a #",
        "A B=1|is not NAME=value, nor a remark behind a #",
        "HOST=b|HOST stands in line 1 already"
      })
  void aLineThatMeansNothingIsNamed(String line, String reason) throws IOException {
    Path file = write("HOST=a\n\n" + line);

    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(file + ":3: " + reason);
  }

  @Test
  void aLineThatIsRefusedIsNotShown() throws IOException {
    Path file = write("rtsp://me:SECRET@10.0.0.9/live\n");
    assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageNotContaining("SECRET");

    Path other = write("CAMERA_PASWORD=SECRET\n");
    assertThatThrownBy(() -> SettingsFile.read(other)).hasMessageNotContaining("SECRET");
  }

  @Test
  void onlyTextInUtf8IsRead() throws IOException {
    Path latin = folder.resolve("edge.properties");
    Files.write(latin, "HOST=a\nCAMERA_NAME=Zoë\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> SettingsFile.read(latin)).hasMessageStartingWith(latin + ":2: is not");

    Path zero = write("HOST=a\u0000b");
    assertThatThrownBy(() -> SettingsFile.read(zero)).hasMessageStartingWith(zero + ":1: ");
  }

  @Test
  void aFileHasABound() throws IOException {
    Path file = write("#" + "x".repeat(1 << 17));
    assertThatThrownBy(() -> SettingsFile.read(file)).hasMessageContaining("is larger than");
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThatThrownBy(() -> SettingsFile.read(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none")))
        .hasMessageContaining("none cannot be read");
    assertThat(SettingsFile.at(folder.resolve("none"))).isEmpty();
  }
}
