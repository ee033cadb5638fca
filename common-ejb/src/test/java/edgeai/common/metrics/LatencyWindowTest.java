package edgeai.common.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyWindowTest {
  private final LatencyWindow window = new LatencyWindow();

  @Test
  void nothingMeasuredIsZero() {
    assertThat(window.snapshot()).isEqualTo(new LatencyWindow.Snapshot(0, 0, 0));
  }

  @Test
  void oneMeasurementIsEverything() {
    window.add(12.34);

    assertThat(window.snapshot()).isEqualTo(new LatencyWindow.Snapshot(12.3, 12.3, 1));
  }

  @Test
  void nineteenOfTwentyAreAtOrBelowTheP95() {
    IntStream.rangeClosed(1, 20).map(i -> 21 - i).forEach(window::add);

    assertThat(window.snapshot()).isEqualTo(new LatencyWindow.Snapshot(10.5, 19, 20));
  }

  @Test
  void oneOutlierInTwentyDoesNotShowInTheP95() {
    IntStream.range(0, 19).forEach(i -> window.add(10));
    window.add(10_000);

    assertThat(window.snapshot().p95Ms()).isEqualTo(10);
  }

  @Test
  void onlyTheLatestThousandCount() {
    IntStream.range(0, 500).forEach(i -> window.add(1_000));
    IntStream.range(0, 1_000).forEach(i -> window.add(5));

    assertThat(window.snapshot()).isEqualTo(new LatencyWindow.Snapshot(5, 5, 1_000));
  }
}
