package edgeai.worker.start;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.door.Ways;
import edgeai.common.fixture.ServedCalls;
import edgeai.settings.Program;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkerCallsTest {
  /** What the platform serves. */
  private static final Set<String> ELSEWHERE = Set.of("GET /mp-health/**", "GET /mp-metrics/**");

  /**
   * A worker has no dashboard and no page of its calls, and nobody joins it: what is there for both
   * is for admins alone.
   */
  @Test
  void everyCallHasItsWayAndEveryWayACall() {
    Set<String> ways =
        Ways.of(Program.WORKER).all().stream()
            .map(way -> way.method() + " " + way.pattern())
            .collect(Collectors.toSet());

    assertThat(
            Stream.concat(
                ServedCalls.of("edgeai.worker", "edgeai.common").stream()
                    .filter(
                        call ->
                            !call.matches(
                                "GET /(dashboard|login|openapi|docs|redoc).*|POST /join")),
                ELSEWHERE.stream()))
        .containsExactlyInAnyOrderElementsOf(ways);
  }
}
