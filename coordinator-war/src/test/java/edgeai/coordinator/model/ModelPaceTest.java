package edgeai.coordinator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelPaceTest {
  private final ModelPace pace = new ModelPace();

  @Test
  void itIsTheMeanOfTheNewestFramesOfEachWorkerByEachModel() {
    pace.took("a", "w1", 10);
    pace.took("a", "w1", 20);
    pace.took("a", "w2", 7.26);
    pace.took("b", "w1", 100);

    assertThat(pace.of("a")).isEqualTo(Map.of("w1", 15.0, "w2", 7.3));
    assertThat(pace.of("b")).isEqualTo(Map.of("w1", 100.0));
    assertThat(pace.of("c")).isEmpty();

    for (int i = 0; i < 200; i++) {
      pace.took("a", "w1", 40);
    }
    assertThat(pace.of("a").get("w1")).isBetween(39.9, 40.0);
  }

  @Test
  void aFrameThatTookNoTimeTellsNothing() {
    pace.took("a", "w1", 0);

    assertThat(pace.of("a")).isEmpty();
  }

  @Test
  void whatIsKeptIsBounded() {
    for (int i = 0; i < 10_000; i++) {
      pace.took("a", "w" + i, 5);
    }

    assertThat(pace.of("a")).hasSize(4_096).containsKey("w9999");
  }
}
