package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.piece.FrameRole;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.Segment;
import edgeai.common.piece.WantedFrame;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Plans of jobs of which frames that show nothing new are not inferred. */
class StillPlanTest {
  private static final PictureChoice NONE = new PictureChoice(0);
  private static final long FRAME_MICROS = 100_000;

  private final FrameSource source = TestFrames.source("job", ResultRules.ALL);

  private static IntFunction<Segment> segments(int frames, long bytes) {
    return number ->
        new Segment(number, (long) number * frames, (number + 1L) * frames, bytes, frames);
  }

  /** Ten frames a second, each taken; ids are indexes and 1. */
  private static PieceVideo video(int segments, int perSegment, long bytes) {
    IntFunction<Segment> segment = segments(perSegment, bytes);
    return new PieceVideo(
        frame -> (int) frame / perSegment,
        segment,
        frame -> frame * FRAME_MICROS / 1_000,
        ordinal -> ordinal + 1,
        (first, last, wanted, confidence) -> null,
        StillRuns.of(segments, segment, frame -> frame * FRAME_MICROS));
  }

  private PiecePlan plan(PieceVideo video, int frames, int... settled) {
    BitSet all = new BitSet();
    all.set(0, frames);
    BitSet done = new BitSet();
    IntStream.of(settled).forEach(done::set);
    return new PiecePlan(source, video, new TakenFrames(all), done);
  }

  private static List<Integer> sizes(PiecePlan plan, PieceSize size) {
    List<Integer> sizes = new ArrayList<>();
    Optional<Stretch> next = plan.take(size, any -> true, any -> {});
    while (next.isPresent()) {
      sizes.add(next.get().frames().size());
      next = plan.take(size, any -> true, any -> {});
    }
    return sizes;
  }

  private static List<Integer> starts(int segments, int perSegment, long bytes) {
    StillRuns runs =
        StillRuns.of(segments, segments(perSegment, bytes), frame -> frame * FRAME_MICROS);
    return IntStream.range(0, segments).map(runs::first).distinct().boxed().toList();
  }

  @Test
  void aRunTakesTwoSecondsAtLeastAndBeginsWhereDecodingCan() {
    assertThat(starts(5, 10, 1)).containsExactly(0, 2, 4);
    assertThat(starts(4, 15, 1)).containsExactly(0, 2);
    assertThat(starts(3, 50, 1)).containsExactly(0, 1, 2);
    assertThat(starts(50, 1, 1)).containsExactly(0, 20, 40);
  }

  @Test
  void aRunIsNeverMoreThanAPieceMayBe() {
    assertThat(starts(6, 10, PieceHeader.MAX_PAYLOAD - 1)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void piecesEndWhereRunsDo() {
    assertThat(sizes(plan(video(6, 10, 1), 60), PieceSize.exactly(3))).containsExactly(20, 20, 20);
    assertThat(sizes(plan(video(6, 10, 1), 60), new PieceSize(35, 70, 1 << 20)))
        .containsExactly(40, 20);
    assertThat(sizes(plan(video(6, 10, 1), 60), new PieceSize(1_000, 1_000, 0)))
        .containsExactly(60);
    assertThat(
            sizes(
                plan(video(6, 10, PieceHeader.MAX_PAYLOAD / 5), 60),
                new PieceSize(1_000, 1_000, 0)))
        .containsExactly(40, 20);
  }

  @Test
  void whatComesBackBringsAlongWhatItDependsOn() {
    PiecePlan plan = plan(video(6, 10, 1), 60);
    Stretch taken = plan.take(new PieceSize(1_000, 1_000, 0), any -> true, any -> {}).orElseThrow();
    List<Frame> frames = taken.frames();
    List<Frame> owed = List.of(frames.get(33), frames.get(35));
    frames.stream().filter(frame -> !owed.contains(frame)).forEach(Frame::settle);
    plan.takeBack(frames);

    Stretch rest = plan.take(PieceSize.exactly(10), any -> true, any -> {}).orElseThrow();
    List<WantedFrame> wanted = plan.wanted(rest, NONE);

    assertThat(rest.firstSegment()).isEqualTo(2);
    assertThat(rest.lastSegment()).isEqualTo(3);
    assertThat(wanted).extracting(WantedFrame::index).containsExactlyElementsOf(range(20, 35));
    assertThat(wanted.get(0)).isEqualTo(new WantedFrame(21, 20, false, new FrameRole(true, true)));
    assertThat(wanted).filteredOn(frame -> frame.role().begins()).hasSize(1);
    assertThat(wanted)
        .filteredOn(frame -> !frame.role().known())
        .extracting(WantedFrame::index)
        .containsExactly(33L, 35L);
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void afterARestartEachRunIsLookedAtFromItsBeginning() {
    PiecePlan plan = plan(video(4, 10, 1), 40, 0, 1, 2, 21);
    Stretch all = plan.take(new PieceSize(1_000, 1_000, 0), any -> true, any -> {}).orElseThrow();
    List<WantedFrame> wanted = plan.wanted(all, NONE);

    assertThat(all.frames()).hasSize(36);
    assertThat(wanted).extracting(WantedFrame::index).containsExactlyElementsOf(range(0, 39));
    assertThat(wanted)
        .filteredOn(frame -> frame.role().begins())
        .extracting(WantedFrame::index)
        .containsExactly(0L, 20L);
    assertThat(wanted)
        .filteredOn(frame -> frame.role().known())
        .extracting(WantedFrame::index)
        .containsExactly(0L, 1L, 2L, 21L);
  }
}
