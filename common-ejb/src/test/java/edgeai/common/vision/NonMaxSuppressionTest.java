package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NonMaxSuppressionTest {

  private static List<Candidate> suppress(List<Candidate> candidates) {
    return NonMaxSuppression.suppress(candidates, NonMaxSuppression.USUAL_IOU);
  }

  @Test
  void keepsNothingOfNothingAndOneOfOne() {
    Candidate alone = candidate(0, 0.5f, 10);

    assertThat(suppress(List.of())).isEmpty();
    assertThat(suppress(List.of(alone))).containsExactly(alone);
  }

  @Test
  void theSurerOfTwoThatOverlapStays() {
    Candidate sure = candidate(0, 0.9f, 100);
    Candidate unsure = candidate(0, 0.8f, 105);

    assertThat(suppress(List.of(unsure, sure))).containsExactly(sure);
  }

  @Test
  void otherClassesDoNotSuppressEachOther() {
    Candidate car = candidate(2, 0.9f, 100);
    Candidate truck = candidate(7, 0.8f, 100);

    assertThat(suppress(List.of(truck, car))).containsExactly(car, truck);
  }

  @Test
  void anOverlapOfExactlyTheThresholdStays() {
    Candidate first = new Candidate(0, 0.9f, 50, 50, 100, 100);
    Candidate covered = new Candidate(0, 0.8f, 35, 50, 70, 100);

    assertThat(first.overlap(covered)).isEqualTo(0.7f);
    assertThat(suppress(List.of(first, covered))).hasSize(2);
    assertThat(NonMaxSuppression.suppress(List.of(first, covered), 0.6)).containsExactly(first);
  }

  @Test
  void boxesWithoutAnAreaOverlapNothing() {
    Candidate point = new Candidate(0, 0.9f, 50, 50, 0, 0);
    Candidate inverse = new Candidate(0, 0.9f, 50, 50, -10, -10);

    assertThat(point.overlap(point)).isZero();
    assertThat(inverse.overlap(inverse)).isZero();
  }

  @Test
  void keepsTheSurestThreeHundred() {
    List<Candidate> apart =
        IntStream.range(0, 10_000).mapToObj(i -> candidate(0, (i + 1) / 10_000f, i * 200)).toList();

    List<Candidate> kept = suppress(apart);

    assertThat(kept).hasSize(300);
    assertThat(kept.get(0)).isEqualTo(apart.get(9_999));
    assertThat(kept.get(299)).isEqualTo(apart.get(9_700));
  }

  @Test
  void looksAtTheSurestThirtyThousandOnly() {
    List<Candidate> heap = new ArrayList<>(Collections.nCopies(30_000, candidate(0, 0.9f, 0)));
    heap.add(candidate(0, 0.8f, 5_000));

    assertThat(suppress(heap)).containsExactly(candidate(0, 0.9f, 0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTwoOfAClassThatStayOverlapTooMuch(long seed) {
    List<Candidate> kept = suppress(crowd(seed));

    for (Candidate one : kept) {
      for (Candidate other : kept) {
        if (one != other && one.classIndex() == other.classIndex()) {
          assertThat(one.overlap(other)).isLessThanOrEqualTo((float) NonMaxSuppression.USUAL_IOU);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverGoesOverlapsSomethingSurerOfItsClassThatStays(long seed) {
    List<Candidate> crowd = crowd(seed);
    List<Candidate> kept = suppress(crowd);

    List<Candidate> gone = new ArrayList<>(crowd);
    gone.removeAll(kept);
    assertThat(gone)
        .allMatch(
            candidate ->
                kept.stream()
                    .anyMatch(
                        better ->
                            better.classIndex() == candidate.classIndex()
                                && better.score() >= candidate.score()
                                && better.overlap(candidate)
                                    > (float) NonMaxSuppression.USUAL_IOU));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheInputDoesNotMatter(long seed) {
    List<Candidate> crowd = crowd(seed);
    List<Candidate> shuffled = new ArrayList<>(crowd);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(suppress(shuffled)).isEqualTo(suppress(crowd));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatStaysIsOrderedByScoreAndStaysAgain(long seed) {
    List<Candidate> kept = suppress(crowd(seed));

    assertThat(kept.stream().map(Candidate::score)).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(suppress(kept)).isEqualTo(kept);
  }

  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  /** Up to 250 boxes of three classes, thick enough to overlap, with scores that often tie. */
  private static List<Candidate> crowd(long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, random.nextInt(250))
        .mapToObj(
            i ->
                new Candidate(
                    random.nextInt(3),
                    (1 + random.nextInt(20)) / 20f,
                    random.nextInt(60),
                    random.nextInt(60),
                    20 + random.nextInt(30),
                    20 + random.nextInt(30)))
        .toList();
  }

  private static Candidate candidate(int classIndex, float score, float cx) {
    return new Candidate(classIndex, score, cx, 50, 100, 100);
  }
}
