package edgeai.systemtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.door.Ways;
import edgeai.settings.Program;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that is new is fuzzed with a body that it takes. */
class GoodContentsTest {
  private static final Set<String> PEOPLES = Set.of("POST /login", "POST /join");

  @ParameterizedTest
  @EnumSource(
      value = Program.class,
      names = {"COORDINATOR", "ADMIN", "WORKER"})
  void everyCallThatTakesABodyHasAGoodOne(Program program) {
    List<String> without =
        Ways.of(program).all().stream()
            .filter(way -> Set.of("POST", "PUT", "PATCH").contains(way.method()))
            .filter(way -> !GoodContents.isKnown(program, way))
            .map(way -> way.method() + " " + way.pattern())
            .filter(call -> !GoodContents.BODILESS.contains(call))
            .filter(call -> program != Program.WORKER || !PEOPLES.contains(call))
            .toList();
    assertThat(without).isEmpty();
  }
}
