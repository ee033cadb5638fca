package edgeai.coordinator.dispatch;

import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.Segment;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.LongUnaryOperator;

/**
 * Segments of a video that belong together, since in each run of them whether a frame is inferred
 * depends on those before it, and on nothing before the run. Where runs begin depends on the video
 * alone, so that what comes out does not depend on how it is cut.
 */
public final class StillRuns {
  /** Of a video of which each frame is inferred: each segment is by itself. */
  public static final StillRuns NONE = new StillRuns(null, 0);

  /** Of the video's own time, at least, unless a piece could not hold as much. */
  private static final long MICROS = 2_000_000;

  private final BitSet starts;
  private final int segments;

  private StillRuns(BitSet starts, int segments) {
    this.starts = starts;
    this.segments = segments;
  }

  /**
   * Those of a video.
   *
   * @param segments how many it has
   * @param segment by its number
   * @param micros the time of a frame, by its number in the video
   */
  public static StillRuns of(int segments, IntFunction<Segment> segment, LongUnaryOperator micros) {
    BitSet starts = new BitSet(segments);
    Segment run = null;
    for (int number = 0; number < segments; number++) {
      Segment next = segment.apply(number);
      boolean begins =
          run == null
              || micros.applyAsLong(next.firstFrame()) - micros.applyAsLong(run.firstFrame())
                  >= MICROS
              || !isPiece(joined(run, next));
      starts.set(number, begins);
      run = begins ? next : joined(run, next);
    }
    return new StillRuns(starts, segments);
  }

  private static Segment joined(Segment run, Segment next) {
    return new Segment(
        run.number(),
        run.firstFrame(),
        next.endFrame(),
        run.bytes() + next.bytes(),
        run.packets() + next.packets());
  }

  private static boolean isPiece(Segment run) {
    return PieceVideo.fits(run) && run.frames() <= PieceHeader.MAX_FRAMES;
  }

  /** Whether there are frames that need not be inferred. */
  boolean skip() {
    return starts != null;
  }

  /** The first segment of the run that a segment is of. */
  int first(int number) {
    return skip() ? starts.previousSetBit(number) : number;
  }

  /** The run that a segment is of, as if it were one segment. */
  Segment run(int number, IntFunction<Segment> segment) {
    if (!skip()) {
      return segment.apply(number);
    }
    int from = first(number);
    int next = starts.nextSetBit(number + 1);
    Segment run = segment.apply(from);
    for (int each = from + 1; each < (next < 0 ? segments : next); each++) {
      run = joined(run, segment.apply(each));
    }
    return run;
  }
}
