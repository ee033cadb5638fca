package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
  @ParameterizedTest
  @CsvSource({"'', abc, 3", "abc, abc, 0", "kitten, sitting, 3", "abc, '', 3", "flaw, lawn, 2"})
  void theDistanceIsThatOfLevenshtein(String from, String to, int distance) {
    assertThat(NearestNames.distance(from, to)).isEqualTo(distance);
  }

  @ParameterizedTest
  @CsvSource({
    "SAMPLE_FSP, SAMPLE_FPS",
    "sample_fps, SAMPLE_FPS",
    "MAX_WORKER, MAX_WORKERS",
    "COORDINATOR, COORDINATOR_URL",
    "SAMPL, SAMPLE_FPS",
    "ALERT_CONGESTION, ALERT_CONGESTION_THRESHOLD"
  })
  void theNearestComesFirst(String written, String meant) {
    assertThat(new NearestNames(Catalogue.names()).to(written)).hasSize(3).first().isEqualTo(meant);
  }

  @Test
  void aNameOfAnyLengthHasNearestOnes() {
    assertThat(new NearestNames(List.of("a", "b")).to("x".repeat(1_000_000))).hasSize(2);
  }
}
