package edgeai.cli.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferedModelTest {
  private static final String SUM =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  @ParameterizedTest
  @CsvSource({
    "yolov8n.onnx, yolov8n",
    "YOLOX_s.ONNX, YOLOX_s",
    "gate 7 (final).onnx, gate-7-final",
    "modèle.onnx, mod-le",
    "plain, plain"
  })
  void aModelIsCalledAsItsFile(String file, String name) {
    assertThat(OfferedModel.name(file)).contains(name);
  }

  @Test
  void whereNothingIsLeftOfANameThereIsNone() {
    assertThat(OfferedModel.name("模型.onnx")).isEmpty();
    assertThat(OfferedModel.name("x".repeat(80) + ".onnx").orElseThrow()).hasSize(64);
  }

  @Test
  void aFileIsHeldAgainstItsSum(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("model.onnx"), "test");
    assertThatCode(() -> OfferedModel.require(file, SUM.toUpperCase(Locale.ROOT)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> OfferedModel.require(file, "0".repeat(64)))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("has the SHA-256 " + SUM);
  }
}
