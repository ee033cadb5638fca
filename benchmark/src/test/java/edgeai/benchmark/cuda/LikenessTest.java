package edgeai.benchmark.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final Detection CAR = new Detection("car", 0.9, new Box(10, 20, 110, 120));

  private static Detection car(double confidence, int x1) {
    return new Detection("car", confidence, new Box(x1, 20, 110, 120));
  }

  @Test
  void lastDigitsMayDiffer() {
    assertThat(Likeness.of(List.of(CAR), List.of(car(0.891, 12)))).isTrue();
    assertThat(Likeness.of(List.of(), List.of())).isTrue();
  }

  @Test
  void anythingElseMayNot() {
    assertThat(Likeness.of(List.of(CAR), List.of(car(0.9, 20)))).isFalse();
    assertThat(Likeness.of(List.of(CAR), List.of(car(0.8, 10)))).isFalse();
    assertThat(Likeness.of(List.of(CAR), List.of())).isFalse();
    assertThat(Likeness.of(List.of(CAR), List.of(CAR, CAR))).isFalse();
    assertThat(Likeness.of(List.of(CAR), List.of(new Detection("bus", 0.9, CAR.box())))).isFalse();
  }
}
