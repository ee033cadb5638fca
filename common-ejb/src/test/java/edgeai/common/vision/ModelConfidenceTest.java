package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.OnnxWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelConfidenceTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0.3, 0.3", "' 0.25 ', 0.25", "0, 0", "1, 1", "' ', 0.4"})
  void isWhatTheMetadataSay(String value, double confidence) throws Exception {
    assertThat(confidence(value)).isEqualTo(confidence);
  }

  @Test
  void isTheUsualOneWhereTheMetadataSayNothing() throws Exception {
    assertThat(confidence(BlobModel.standard().toBytes())).isEqualTo(ModelCard.USUAL_CONFIDENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"high", "1.5", "-0.1", "NaN", "0,3"})
  void isANumberFromZeroToOneOrTheModelIsRefused(String value) {
    assertThatThrownBy(() -> confidence(value))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model.onnx has the confidence '%s' in its metadata, which is no number from 0 to 1; write one there or remove it.",
            value);
  }

  private double confidence(String value) throws Exception {
    OnnxWriter model =
        new OnnxWriter()
            .input("images", 1, 3, 32, 64)
            .output("output0", 1, 5, 1)
            .floats("head", new float[5], 1, 5, 1)
            .node("Identity", List.of("head"), "output0");
    return confidence(model.metadata("confidence", value).toBytes());
  }

  private double confidence(byte[] model) throws Exception {
    Path file = Files.write(folder.resolve("model.onnx"), model);
    try (Detector detector = Detector.open(file, new DetectorOptions("cpu", 1, 1))) {
      ModelCard card = detector.card();
      assertThat(card.info().confidence()).isEqualTo(card.confidence());
      assertThat(card.named("other").confidence()).isEqualTo(card.confidence());
      return card.confidence();
    }
  }
}
