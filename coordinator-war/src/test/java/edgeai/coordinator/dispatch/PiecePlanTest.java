package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.Segment;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecePlanTest {
  private final List<Frame> begun = new ArrayList<>();
  private final FrameSource source = TestFrames.source("job", ResultRules.ALL);

  private Optional<Stretch> take(PiecePlan plan, PieceSize size) {
    return plan.take(size, any -> true, begun::add);
  }

  private static List<Long> indexes(Stretch stretch) {
    return stretch.frames().stream().map(Frame::index).toList();
  }

  private PiecePlan plan(BitSet taken, BitSet settled, int perSegment) {
    return new PiecePlan(source, PieceBench.video(perSegment), new TakenFrames(taken), settled);
  }

  private static BitSet bits(int... indexes) {
    BitSet bits = new BitSet();
    IntStream.of(indexes).forEach(bits::set);
    return bits;
  }

  private static BitSet all(int frames) {
    BitSet bits = new BitSet();
    bits.set(0, frames);
    return bits;
  }

  @Test
  void segmentsAreGivenInOrderAndWholeWhereTheyFit() {
    PiecePlan plan = plan(all(30), new BitSet(), 6);
    PieceSize size = new PieceSize(13, 100, 0);

    Stretch first = take(plan, size).orElseThrow();
    assertThat(indexes(first)).hasSize(12).startsWith(0L).endsWith(11L);
    assertThat(first.firstSegment()).isZero();
    assertThat(first.lastSegment()).isEqualTo(1);
    assertThat(indexes(take(plan, size).orElseThrow())).hasSize(12).endsWith(23L);
    assertThat(indexes(take(plan, size).orElseThrow())).hasSize(6).endsWith(29L);
    assertThat(take(plan, size)).isEmpty();
    assertThat(begun).hasSize(30);
    assertThat(source.progress().submitted()).isEqualTo(30);
  }

  @Test
  void framesThatNobodyHasArePendingAsManyAsOfOtherJobs() {
    PiecePlan plan = plan(all(40), bits(0), 10);
    assertThat(plan.pending()).isEqualTo(32);

    take(plan, PieceSize.exactly(12)).orElseThrow();
    assertThat(plan.pending()).isEqualTo(30);

    plan.cancel();
    assertThat(plan.pending()).isZero();
  }

  @Test
  void aFrameHasTheIdOfItsPlaceAmongThoseThatAreTaken() {
    PiecePlan plan = plan(bits(0, 7, 14, 2_100), bits(7), 10);
    List<Frame> frames = new ArrayList<>();
    for (Optional<Stretch> next = take(plan, PieceSize.exactly(1)); next.isPresent(); ) {
      frames.addAll(next.get().frames());
      next = take(plan, PieceSize.exactly(1));
    }

    assertThat(frames).extracting(Frame::id).isEqualTo(List.of(1L, 3L, 4L));
    assertThat(frames).extracting(Frame::index).isEqualTo(List.of(0L, 14L, 2_100L));
    assertThat(frames).extracting(Frame::mediaTimeMs).isEqualTo(List.of(0L, 560L, 84_000L));
  }

  @Test
  void segmentsWithoutOpenFramesAreNotRead() {
    PiecePlan plan = plan(all(60), bitsBut(12, 13, 47), 6);
    Stretch rest = take(plan, new PieceSize(10, 100, 0)).orElseThrow();

    assertThat(indexes(rest)).containsExactly(12L, 13L, 47L);
    assertThat(rest.firstSegment()).isEqualTo(2);
    assertThat(rest.lastSegment()).isEqualTo(7);
  }

  private static BitSet bitsBut(int... open) {
    BitSet settled = all(60);
    IntStream.of(open).forEach(settled::clear);
    return settled;
  }

  @ParameterizedTest
  @CsvSource({
    "a long segment is whole where the worker's share is longer, 100, 200, 0, 250, 100",
    "and cut where it is not, 100, 60, 0, 40, 40",
    "one that is decoded twice at no cost is cut by work, 100, 200, 1000, 30, 30",
    "but not for a little, 100, 200, 1000, 90, 100"
  })
  void aSegmentIsCutWhereThatIsWorthIt(
      String rule, int perSegment, int most, long cheapBytes, int frames, int given) {
    PiecePlan plan = plan(all(perSegment), new BitSet(), perSegment);

    assertThat(take(plan, new PieceSize(frames, most, cheapBytes)).orElseThrow().frames())
        .as(rule)
        .hasSize(given);
  }

  @ParameterizedTest
  @CsvSource({
    "there is enough for all, 30, 75, 30",
    "it is more than a share, 30, 20, 8",
    "it is long, 33, 500, 8",
    "it is short, 16, 3, 16"
  })
  void theFirstSegmentOfAWorkerIsCutOnlyWhere(String rule, int perSegment, long share, int given) {
    PiecePlan plan = plan(all(perSegment), new BitSet(), perSegment);

    assertThat(take(plan, PieceSize.first(share)).orElseThrow().frames()).as(rule).hasSize(given);
  }

  @Test
  void aSegmentIsNotDecodedAgainForAFrameOrTwo() {
    PiecePlan plan = plan(all(30), new BitSet(), 30);
    List<Integer> pieces = new ArrayList<>();
    PieceSize size = new PieceSize(2, 4, 1_000);
    for (Optional<Stretch> next = take(plan, size); next.isPresent(); next = take(plan, size)) {
      pieces.add(next.get().frames().size());
    }

    assertThat(pieces).containsExactly(2, 2, 2, 3, 4, 6, 9, 2);
  }

  @ParameterizedTest
  @CsvSource({"0", "1000"})
  void whoWorksAloneDecodesNoSegmentTwice(long cheapBytes) {
    PiecePlan plan = plan(all(250), new BitSet(), 250);

    assertThat(take(plan, new PieceSize(8, 16, cheapBytes).alone()).orElseThrow().frames())
        .hasSize(250);
    PiecePlan many = plan(all(250), new BitSet(), 6);
    assertThat(take(many, new PieceSize(13, 16, cheapBytes).alone()).orElseThrow().frames())
        .hasSize(12);
  }

  @Test
  void noPieceIsLargerThanOneMayBe() {
    PieceVideo heavy =
        new PieceVideo(
            frame -> (int) frame / 2,
            number ->
                new Segment(number, number * 2L, number * 2L + 2, PieceHeader.MAX_PAYLOAD / 3, 2),
            frame -> frame,
            ordinal -> ordinal + 1,
            (first, last, wanted, confidence) -> null);
    PiecePlan plan = new PiecePlan(source, heavy, new TakenFrames(all(100)), new BitSet());

    assertThat(take(plan, new PieceSize(1_000, 1_000, 0)).orElseThrow().frames()).hasSize(6);
    PiecePlan many = plan(all(PieceHeader.MAX_FRAMES * 2), new BitSet(), 1);
    assertThat(take(many, PieceSize.exactly(100_000)).orElseThrow().frames())
        .hasSizeLessThanOrEqualTo(PieceHeader.MAX_FRAMES);
  }

  @Test
  void whatComesBackIsGivenFirstAndToOthers() {
    PiecePlan plan = plan(all(30), new BitSet(), 6);
    Stretch first = take(plan, PieceSize.exactly(6)).orElseThrow();
    List<Frame> owed = first.frames().subList(3, 6);
    plan.takeBack(owed);

    assertThat(indexes(plan.take(PieceSize.exactly(6), any -> false, begun::add).orElseThrow()))
        .startsWith(6L);
    assertThat(indexes(take(plan, PieceSize.exactly(6)).orElseThrow())).containsExactly(3L, 4L, 5L);
  }

  @Test
  void settledAndCancelledFramesDoNotComeBack() {
    PiecePlan plan = plan(all(6), new BitSet(), 6);
    List<Frame> frames = take(plan, PieceSize.exactly(6)).orElseThrow().frames();
    frames.get(0).settle();
    frames.get(1).cancel();
    plan.takeBack(frames);
    frames.get(2).settle();

    assertThat(indexes(take(plan, PieceSize.exactly(6)).orElseThrow())).containsExactly(3L, 4L, 5L);
    assertThat(plan.hasPieces()).isFalse();
  }

  @Test
  void nothingIsGivenOfACancelledJob() {
    PiecePlan plan = plan(all(6), new BitSet(), 6);
    plan.cancel();

    assertThat(plan.hasPieces()).isFalse();
    assertThat(take(plan, PieceSize.exactly(6))).isEmpty();
    assertThat(plan.shares()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a second and a half of work for one of two places, 10, 2, 600000, 150",
    "less for each of more places, 10, 3, 600000, 100",
    "a third of what is left, 10, 2, 900, 30",
    "and at least a tenth of a second, 10, 2, 20, 10",
    "one frame of a slow worker, 5000, 2, 600000, 1",
    "never more than a piece may have, 0.01, 2, 600000, 4096"
  })
  void aPieceIsAsLargeAsItsWorkerIsFast(
      String rule, double paceMs, int places, double leftMs, int frames) {
    assertThat(PieceSize.of(paceMs, places, leftMs).frames()).as(rule).isEqualTo(frames);
  }

  @Test
  void thePaceIsThatOfTheLastLinesThoughTheyComeInBunches() {
    PiecePace pace = new PiecePace();
    assertThat(pace.ms()).isZero();
    for (int bunch = 0; bunch < 20; bunch++) {
      for (int line = 0; line < 4; line++) {
        pace.line(bunch * 40_000_000L + line);
      }
    }

    assertThat(pace.ms()).isBetween(8.0, 12.0);
    pace.wasIdle();
    pace.line(100_000_000_000L);
    assertThat(pace.ms()).isBetween(8.0, 12.0);
  }
}
