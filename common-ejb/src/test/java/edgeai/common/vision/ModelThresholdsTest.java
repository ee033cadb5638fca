package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.OnnxWriter;
import edgeai.common.wire.Detection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelThresholdsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0.3, 0.3", "' 0.25 ', 0.25", "0, 0", "1, 1"})
  void areWhatTheMetadataSay(String value, double share) throws Exception {
    assertThat(ModelThresholds.of("m.onnx", Map.of("confidence", value)))
        .isEqualTo(new ModelThresholds(share, 0.7));
    assertThat(ModelThresholds.of("m.onnx", Map.of("iou", value)))
        .isEqualTo(new ModelThresholds(0.4, share));
  }

  @Test
  void areTheUsualOnesWhereTheMetadataSayNothing() throws Exception {
    assertThat(ModelThresholds.of("m.onnx", Map.of())).isEqualTo(ModelThresholds.USUAL);
    assertThat(ModelThresholds.of("m.onnx", Map.of("confidence", " ")))
        .isEqualTo(new ModelThresholds(0.4, 0.7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"high", "1.5", "-0.1", "NaN", "0,3"})
  void areNumbersFromZeroToOneOrTheModelIsRefused(String value) {
    assertThatThrownBy(() -> ModelThresholds.of("m.onnx", Map.of("confidence", value)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "m.onnx has the confidence '%s' in its metadata, which is no number from 0 to 1; write one there or remove it.",
            value);
    assertThatThrownBy(() -> ModelThresholds.of("m.onnx", Map.of("iou", value)))
        .hasMessageStartingWith("m.onnx has the iou '%s'", value);
  }

  @Test
  void countWhenTheModelIsUsed() throws Exception {
    assertThat(found(twoOverlapping())).hasSize(2);
    assertThat(found(twoOverlapping().metadata("iou", "0.5"))).hasSize(1);
    assertThat(found(twoOverlapping().metadata("iou", "0.5").metadata("confidence", "0.85")))
        .isEmpty();
  }

  /** Scores of 0.8 and 0.7; boxes of 30 by 40 pixels, 10 apart, which overlap by 0.6. */
  private static OnnxWriter twoOverlapping() {
    float[] head = {30, 30, 20, 30, 30, 30, 40, 40, 0.8f, 0.7f};
    return new OnnxWriter()
        .input("images", 1, 3, 64, 64)
        .output("output0", 1, 5, 2)
        .floats("head", head, 1, 5, 2)
        .node("Identity", List.of("head"), "output0")
        .metadata("names", "{0: 'car'}");
  }

  private List<Detection> found(OnnxWriter model) throws Exception {
    Path file = Files.write(folder.resolve("model.onnx"), model.toBytes());
    try (Detector detector = Detector.open(file, new DetectorOptions("cpu", 1, 1));
        Picture grey = Picture.filled(64, 64, 0x727272)) {
      ModelCard card = detector.card();
      assertThat(card.info().confidence()).isEqualTo(card.confidence());
      assertThat(card.named("other").confidence()).isEqualTo(card.confidence());
      return detector.detect(grey, card.confidence());
    }
  }
}
