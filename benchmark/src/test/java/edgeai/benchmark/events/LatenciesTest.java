package edgeai.benchmark.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void percentilesOfMoreCallsThanFitAtFirst() {
    Latencies latencies = new Latencies();
    for (long millis = 2_000; millis > 0; millis--) {
      latencies.add(millis * 1_000_000);
    }

    assertThat(latencies.count()).isEqualTo(2_000);
    assertThat(latencies.millis(50)).isEqualTo(1_000);
    assertThat(latencies.millis(99)).isEqualTo(1_980);
  }

  @Test
  void oneCallIsAllPercentiles() {
    Latencies latencies = new Latencies();
    latencies.add(3_000_000);

    assertThat(latencies.millis(50)).isEqualTo(3);
    assertThat(latencies.millis(99)).isEqualTo(3);
  }

  @Test
  void noCallHasNone() {
    assertThatThrownBy(() -> new Latencies().millis(50))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no call was answered");
  }
}
