package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.SampleExpectations;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
    named = "EDGE_SAMPLES",
    matches = ".+",
    disabledReason = "EDGE_SAMPLES does not name a folder with samples")
class SampleTest {

  @Test
  void findsInTheStreetWhatTheReferenceFinds() throws Exception {
    Path samples = Path.of(System.getenv("EDGE_SAMPLES"));
    SampleExpectations expected = SampleExpectations.read(samples.resolve("expected/bus.json"));

    try (Detector detector =
            Detector.open(samples.resolve("yolov8n_int8.onnx"), new DetectorOptions("cpu", 1, 2));
        Picture street =
            Picture.decode(Files.readAllBytes(samples.resolve("bus.jpg")), 10_000_000)) {
      assertThat(detector.card().classes()).hasSize(80).contains("person", "bus");
      assertThat(expected.mismatches(0, detector.detect(street, expected.confidence()))).isEmpty();
    }
  }
}
