package edgeai.common.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Scraped;
import edgeai.common.metrics.StageTimes.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageTimesTest {
  private final StageTimes times = new StageTimes();

  @AfterEach
  void forget() {
    Scraped.forget();
  }

  @Test
  void stagesThatThisServerDoesAreShownInSecondsAndFrames() {
    times.register();
    times.add(Stage.INFER, 20_000_000);
    times.add(Stage.INFER, 30_000_000);
    times.add(Stage.STORE, 9_000_000, 3);

    assertThat(Scraped.samples())
        .contains(
            "edge_stage_frames_total{stage=\"infer\"} 2.0",
            "edge_stage_seconds_total{stage=\"infer\"} 0.05",
            "edge_stage_frames_total{stage=\"store\"} 3.0",
            "edge_stage_seconds_total{stage=\"store\"} 0.009")
        .noneMatch(line -> line.contains("decode"));
  }

  @Test
  void aClockThatDisagreesTakesNothingAway() {
    times.register();
    times.add(Stage.NETWORK, -5);

    assertThat(Scraped.samples()).contains("edge_stage_seconds_total{stage=\"network\"} 0.0");
  }
}
