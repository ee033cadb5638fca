package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSamplerTest {

  private static List<Integer> taken(double fps, int frames, IntToLongFunction micros) {
    FrameSampler sampler = new FrameSampler(fps);
    return IntStream.range(0, frames)
        .filter(i -> sampler.takes(micros.applyAsLong(i)))
        .boxed()
        .toList();
  }

  @Test
  void fiveOf25TakesEveryFifth() {
    assertThat(taken(5, 20, i -> i * 40_000L)).containsExactly(0, 5, 10, 15);
  }

  @Test
  void theGridStartsAtTheFirstFrame() {
    assertThat(taken(5, 11, i -> 13_000 + i * 40_000L)).containsExactly(0, 5, 10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 25, 30, 26, 60, 1000})
  void atOrAboveTheSourcesRateEveryFrameIsTaken(double fps) {
    assertThat(taken(fps, 50, i -> i * 40_000L)).hasSize(50);
  }

  @Test
  void millisecondsOfAContainerDoNotLoseFrames() {
    IntToLongFunction rounded = i -> Math.round(i * 1000 / 30.0) * 1000;
    assertThat(taken(10, 31, rounded)).containsExactly(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30);
    assertThat(taken(30, 300, rounded)).hasSize(300);
    assertThat(taken(7.5, 17, rounded)).containsExactly(0, 4, 8, 12, 16);
  }

  @Test
  void aRateThatDoesNotDivideTheSourcesIsRightOnAverage() {
    assertThat(taken(10, 250, i -> i * 40_000L)).hasSize(100);
  }

  @Test
  void unevenTimesTakeTheFirstFrameAtOrAfterEachPoint() {
    long[] times = {0, 50, 190, 210, 390, 1500, 1590, 1610};
    assertThat(taken(5, times.length, i -> times[i] * 1000)).containsExactly(0, 3, 5, 7);
  }

  @Test
  void framesOfOneInstantCountOnce() {
    assertThat(taken(5, 4, i -> 7)).containsExactly(0);
  }

  @Test
  void expectsWhatItTakes() {
    assertThat(FrameSampler.expected(38, 25, 5)).isEqualTo(8);
    assertThat(FrameSampler.expected(38, 25, 0)).isEqualTo(38);
    assertThat(FrameSampler.expected(38, 25, 50)).isEqualTo(38);
    assertThat(FrameSampler.expected(40, 25, 5)).isEqualTo(8);
    assertThat(FrameSampler.expected(0, 0, 5)).isZero();
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new FrameSampler(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FrameSampler(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long arriving(double fps, int frames, IntToLongFunction micros) {
    FrameSampler sampler = FrameSampler.ofArrivals(fps);
    return IntStream.range(0, frames).filter(i -> sampler.takes(micros.applyAsLong(i))).count();
  }

  @Test
  void jitterOfASourceAtTheSameRateLosesNothing() {
    IntToLongFunction jittering = i -> i * 200_000L - i % 3 * 20_000L;
    assertThat(arriving(5, 150, jittering)).isGreaterThanOrEqualTo(149);
    assertThat(taken(5, 150, jittering)).hasSizeLessThan(140);
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, 10, 25, 30, 50})
  void aFasterSourceGivesAsManyAsWantedWhateverItsJitter(double rate) {
    IntToLongFunction jittering = i -> Math.round(i * 1e6 / rate) + i * 7919L % 9_000;
    assertThat(arriving(5, (int) (30 * rate), jittering)).isBetween(148L, 152L);
  }

  @Test
  void aFrameThatCameLateIsMadeUpForOnceAndAPauseIsNot() {
    long[] times = {0, 100, 200, 390, 400, 500, 2_000, 2_010, 2_020, 2_100};
    FrameSampler sampler = FrameSampler.ofArrivals(10);
    assertThat(IntStream.range(0, times.length).filter(i -> sampler.takes(times[i] * 1000)))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 9);
  }
}
