package edgeai.coordinator.dispatch;

import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts numbers of frames together, in order, for as long as they make one piece; segments between
 * that none of them is of cost nothing.
 */
final class StretchBuilder {
  private final PieceVideo video;
  private final int segments;
  private final List<Integer> frames = new ArrayList<>();
  private int first = -1;
  private int last = -1;
  private int reached;
  private long bytes;
  private long packets;

  /**
   * @param segments that it may have frames of
   */
  StretchBuilder(PieceVideo video, int segments) {
    this.video = video;
    this.segments = segments;
  }

  /** False where the piece would be too large. */
  boolean add(int frame) {
    int segment = video.segmentOf().applyAsInt(frame);
    if (frames.size() == PieceHeader.MAX_FRAMES || !reaches(segment)) {
      return false;
    }
    frames.add(frame);
    return true;
  }

  private boolean reaches(int segment) {
    if (segment == last) {
      return true;
    }
    Segment next = video.segment().apply(segment);
    if (last >= 0
        && (reached == segments
            || bytes + next.bytes() > PieceHeader.MAX_PAYLOAD
            || packets + next.packets() > PieceHeader.MAX_PACKETS)) {
      return false;
    }
    first = last < 0 ? segment : first;
    last = segment;
    reached++;
    bytes += next.bytes();
    packets += next.packets();
    return true;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  List<Integer> frames() {
    return frames;
  }
}
