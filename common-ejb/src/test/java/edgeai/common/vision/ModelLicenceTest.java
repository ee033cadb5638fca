package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.OnnxWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLicenceTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"license, MIT, MIT", "licence, ' MIT ', MIT", "license, 'A\tB', 'A B'"})
  void isWhatTheMetadataSay(String key, String value, String shown) throws Exception {
    assertThat(licence(model().metadata(key, value).toBytes())).isEqualTo(shown);
  }

  @Test
  void isNotEndless() throws Exception {
    assertThat(licence(model().metadata("license", "x".repeat(10_000)).toBytes())).hasSize(500);
  }

  @Test
  void isUnknownWhereTheMetadataSayNothing() throws Exception {
    assertThat(licence(BlobModel.standard().toBytes())).isNull();
    assertThat(licence(model().metadata("license", " ").toBytes())).isNull();
  }

  private static OnnxWriter model() {
    return new OnnxWriter()
        .input("images", 1, 3, 32, 64)
        .output("output0", 1, 5, 1)
        .floats("head", new float[5], 1, 5, 1)
        .node("Identity", List.of("head"), "output0");
  }

  private String licence(byte[] model) throws Exception {
    Path file = Files.write(folder.resolve("model.onnx"), model);
    try (Detector detector = Detector.open(file, new DetectorOptions("cpu", 1, 1))) {
      assertThat(detector.card().info().licence()).isEqualTo(detector.card().licence());
      return detector.card().licence();
    }
  }
}
