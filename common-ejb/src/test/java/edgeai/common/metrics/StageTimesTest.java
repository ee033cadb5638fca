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
  void stagesThatThisServerDoesAreShown() {
    times.register();
    times.add(Stage.INFER, 20_000_000);
    times.add(Stage.INFER, 30_000_000);

    assertThat(Scraped.samples())
        .contains(
            "edge_stage_seconds_bucket{stage=\"infer\",le=\"0.01\"} 0",
            "edge_stage_seconds_bucket{stage=\"infer\",le=\"0.025\"} 1",
            "edge_stage_seconds_bucket{stage=\"infer\",le=\"+Inf\"} 2",
            "edge_stage_seconds_count{stage=\"infer\"} 2",
            "edge_stage_seconds_sum{stage=\"infer\"} 0.05")
        .noneMatch(line -> line.contains("decode"));
  }

  @Test
  void framesThatGoTogetherHaveTheirShare() {
    times.register();
    times.add(Stage.STORE, 9_000_000, 3);

    assertThat(Scraped.samples())
        .contains(
            "edge_stage_seconds_bucket{stage=\"store\",le=\"0.0025\"} 0",
            "edge_stage_seconds_bucket{stage=\"store\",le=\"0.005\"} 3",
            "edge_stage_seconds_count{stage=\"store\"} 3",
            "edge_stage_seconds_sum{stage=\"store\"} 0.009");
  }

  @Test
  void aClockThatDisagreesTakesNothingAway() {
    times.register();
    times.add(Stage.NETWORK, -5);

    assertThat(Scraped.samples()).contains("edge_stage_seconds_sum{stage=\"network\"} 0.0");
  }
}
