package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Wire;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A case can be drawn again. */
class DiceTest {
  private static final int CASES = 500;

  private static List<String> spoilt(long seed) {
    return IntStream.range(0, CASES)
        .mapToObj(number -> JsonSpoiler.spoil(new Dice(seed, number), Wire.alert("somebody")))
        .map(json -> new String(json, UTF_8))
        .toList();
  }

  @Test
  void oneSeedDrawsTheSameAgain() {
    assertThat(spoilt(7)).isEqualTo(spoilt(7)).isNotEqualTo(spoilt(8));
  }

  @Test
  void whatIsDrawnDiffers() {
    assertThat(spoilt(7).stream().distinct().count()).isGreaterThan(CASES / 2);
  }

  @Test
  void everyKindIsDrawn() {
    assertThat(IntStream.range(0, 3_000).mapToObj(number -> Kind.of(new Dice(7, number))))
        .contains(Kind.values());
  }
}
