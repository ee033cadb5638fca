package edgeai.benchmark.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class LoopPassTest {
  private static final Path MODEL = Path.of("../model/street.onnx");
  private static final Path CLIP = Path.of("../model/demo/street.mp4");

  @Test
  void infersTheFramesThatAreWantedAndEndsWhateverComes() throws Exception {
    try (Detector detector = Detector.open(MODEL, new DetectorOptions("cpu", 2, 1))) {
      // fifteen seconds, a frame in two of them
      LoopFigures all = new LoopPass(detector, 2).over(CLIP, 0.5, 100);
      assertThat(all.frames()).isEqualTo(8);
      assertThat(all.framesPerSecond()).isPositive();
      assertThat(all.processorNanos()).isPositive();

      assertThat(new LoopPass(detector, 2).over(CLIP, 0, 3).frames()).isEqualTo(3);
      assertThatThrownBy(() -> new LoopPass(detector, 2).over(MODEL, 0, 3))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void figuresComeBackFromTheOtherProcessAsTheyWere() {
    LoopFigures figures = new LoopFigures(225, 9_000_000_000L, 17_000_000_000L);

    assertThat(LoopFigures.parse(figures.text())).isEqualTo(figures);
    assertThat(figures.framesPerSecond()).isEqualTo(25);
    assertThat(figures.processorMillis()).isBetween(75.5, 75.6);
  }
}
