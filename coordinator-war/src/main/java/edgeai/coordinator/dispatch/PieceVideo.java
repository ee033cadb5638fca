package edgeai.coordinator.dispatch;

import edgeai.common.piece.Piece;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.Segment;
import edgeai.common.piece.WantedFrame;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;

/**
 * A job's video as pieces are cut from it: decode gives it to dispatch.
 *
 * @param segmentOf the number of the segment that a frame is shown in
 * @param segment by its number
 * @param millis the time of a frame, by its number in the video
 * @param frameId of the taken frame with this ordinal; never waits
 * @param cutter cuts a piece from the file
 * @param still which segments belong together, where frames that show nothing new are not inferred
 */
public record PieceVideo(
    LongToIntFunction segmentOf,
    IntFunction<Segment> segment,
    LongUnaryOperator millis,
    LongUnaryOperator frameId,
    Cutter cutter,
    StillRuns still) {

  /** One of which each frame is inferred. */
  public PieceVideo(
      LongToIntFunction segmentOf,
      IntFunction<Segment> segment,
      LongUnaryOperator millis,
      LongUnaryOperator frameId,
      Cutter cutter) {
    this(segmentOf, segment, millis, frameId, cutter, StillRuns.NONE);
  }

  /** Cuts a piece. */
  @FunctionalInterface
  public interface Cutter {
    /**
     * @param first number of the first segment
     * @param last number of the last
     * @param wanted frames of them, as they are shown
     * @param confidence NaN for the worker's own
     * @throws java.io.UncheckedIOException where the file or its index cannot be read
     */
    Piece cut(int first, int last, List<WantedFrame> wanted, double confidence);
  }

  /** What cannot be cut without decoding some of it twice: the segment of a frame, or its run. */
  Segment unit(int frame) {
    return still.run(segmentOf.applyAsInt(frame), segment);
  }

  /** Whether a segment can be a piece at all. */
  public static boolean fits(Segment segment) {
    return segment.bytes() <= PieceHeader.MAX_PAYLOAD
        && segment.packets() <= PieceHeader.MAX_PACKETS;
  }
}
