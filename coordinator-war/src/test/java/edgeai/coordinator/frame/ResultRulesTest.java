package edgeai.coordinator.frame;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultRulesTest {
  private static final Detection CAR = new Detection("car", 0.5, new Box(0, 0, 1, 1));
  private static final Detection BUS = new Detection("bus", 0.9, new Box(0, 0, 1, 1));
  private static final Detection FAINT = new Detection("car", 0.49, new Box(0, 0, 1, 1));
  private static final List<Detection> ALL = List.of(CAR, BUS, FAINT);

  @Test
  void aJobThatAsksForNothingGetsEverything() {
    assertThat(ResultRules.ALL.apply(ALL)).isEqualTo(ALL);
  }

  @Test
  void detectionsBelowTheConfidenceAreDropped() {
    assertThat(new ResultRules(OptionalDouble.of(0.5), Set.of()).apply(ALL))
        .isEqualTo(List.of(CAR, BUS));
  }

  @Test
  void onlyTheClassesAskedForCount() {
    assertThat(new ResultRules(OptionalDouble.empty(), Set.of("car")).apply(ALL))
        .isEqualTo(List.of(CAR, FAINT));
    assertThat(new ResultRules(OptionalDouble.of(0.5), Set.of("car")).apply(ALL))
        .isEqualTo(List.of(CAR));
    assertThat(new ResultRules(OptionalDouble.empty(), Set.of("cat")).apply(ALL)).isEmpty();
  }

  @Test
  void theCaseOfALabelDoesNotMatter() {
    assertThat(new ResultRules(OptionalDouble.empty(), Set.of("BUS", "Car")).apply(ALL))
        .isEqualTo(ALL);
  }
}
