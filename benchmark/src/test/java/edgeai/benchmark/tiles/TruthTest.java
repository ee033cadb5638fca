package edgeai.benchmark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.GroundTruth.Score;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
  @TempDir private Path folder;

  private static Detection found(String label, int left, int right) {
    return new Detection(label, 0.5, new Box(left, 0, right, 100));
  }

  @Test
  void whatAnotherModelFoundIsFoundAgainOnceForEach() throws Exception {
    Path json =
        Files.writeString(
            folder.resolve("a.json"),
            """
            {"confidence_threshold": 0.4, "frames": [{"index": 3, "detections": [
              {"label": "car", "confidence": 0.8, "box": {"x1": 0, "y1": 0, "x2": 100, "y2": 100}},
              {"label": "bus", "confidence": 0.8, "box": {"x1": 200, "y1": 0, "x2": 300, "y2": 100}}
            ]}]}
            """);
    Truth truth = Truth.ofAnother(json);

    assertThat(truth.knows(3)).isTrue();
    assertThat(truth.knows(0)).isFalse();
    assertThat(truth.isAll()).isFalse();
    List<Detection> detections =
        List.of(found("car", 5, 100), found("car", 0, 100), found("car", 200, 300));
    assertThat(truth.score(3, detections)).isEqualTo(new Score(1, 2, 1));
    assertThat(truth.score(3, List.of())).isEqualTo(new Score(0, 0, 2));
  }

  @Test
  void aDrawnFilmIsLookedAtInSteps() throws Exception {
    Path json =
        Files.writeString(
            folder.resolve("street.json"),
            """
            {"frames": [{"index": 0, "objects": []}, {"index": 1, "objects": []},
                        {"index": 2, "objects": []}]}
            """);
    Truth truth = Truth.drawn(json, 2);

    assertThat(truth.knows(0)).isTrue();
    assertThat(truth.knows(1)).isFalse();
    assertThat(truth.knows(2)).isTrue();
    assertThat(truth.knows(4)).isFalse();
    assertThat(truth.isAll()).isTrue();
  }

  @Test
  void anOutcomeIsOfAllItsFrames() {
    Outcome outcome = new Outcome();
    outcome.add(10, new Score(1, 0, 3));
    outcome.add(30, new Score(2, 1, 0));
    outcome.add(20, new Score(0, 0, 0));

    assertThat(outcome.millis().number()).hasValue(20);
    assertThat(outcome.recall().number()).hasValue(0.5);
    assertThat(outcome.precision().number()).hasValue(0.75);
    assertThat(outcome.text()).isEqualTo("3 right, 3 missed, 1 besides");
  }
}
