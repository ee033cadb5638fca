package edgeai.benchmark.still;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MissesTest {
  private static final Offset<Double> NEARLY = Offset.offset(1e-9);

  private final Misses misses = new Misses();

  private static Detection car(int left) {
    return new Detection("car", 0.9, new Box(left, 0, left + 100, 100));
  }

  private void frame(int number, Detection... missed) {
    misses.add(List.of(missed), number / 10.0, (number + 1) / 10.0);
  }

  @Test
  void anObjectThatMovesIsOne() {
    frame(0);
    frame(1, car(0));
    frame(2, car(20), car(500));
    frame(3, car(40));
    frame(4);
    frame(5, car(60));

    assertThat(misses.longest()).isCloseTo(0.3, NEARLY);
  }

  @Test
  void anotherObjectIsAnother() {
    frame(0, car(0));
    frame(1, car(90));
    frame(2, new Detection("bus", 0.9, car(90).box()));

    assertThat(misses.longest()).isCloseTo(0.1, NEARLY);
  }
}
