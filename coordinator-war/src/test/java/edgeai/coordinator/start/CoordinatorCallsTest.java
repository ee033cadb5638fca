package edgeai.coordinator.start;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.door.Ways;
import edgeai.common.fixture.ServedCalls;
import edgeai.settings.Program;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoordinatorCallsTest {
  /** What the platform serves, or a filter. */
  private static final Set<String> ELSEWHERE =
      Set.of("GET /", "GET /mp-health/**", "GET /mp-metrics/**");

  @Test
  void everyCallHasItsWayAndEveryWayACall() {
    Set<String> ways =
        Ways.of(Program.COORDINATOR).all().stream()
            .map(way -> way.method() + " " + way.pattern())
            .collect(Collectors.toSet());

    assertThat(
            Stream.concat(
                ServedCalls.of("edgeai.coordinator", "edgeai.common").stream(), ELSEWHERE.stream()))
        .containsExactlyInAnyOrderElementsOf(ways);
  }
}
