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
  private long shown;

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

  /**
   * Whether all of a unit can be added.
   *
   * @param count of its frames that are to be
   */
  boolean hasRoomFor(Segment unit, int count) {
    boolean skip = video.still().skip();
    return (skip ? shown + unit.frames() : frames.size() + count) <= PieceHeader.MAX_FRAMES
        && bytes + unit.bytes() <= PieceHeader.MAX_PAYLOAD
        && packets + unit.packets() <= PieceHeader.MAX_PACKETS;
  }

  /** What is before it in its run comes along. */
  private boolean reaches(int segment) {
    if (segment == last) {
      return true;
    }
    int from = Math.max(last + 1, video.still().first(segment));
    long more = 0;
    long morePackets = 0;
    long moreShown = 0;
    for (int each = from; each <= segment; each++) {
      Segment next = video.segment().apply(each);
      more += next.bytes();
      morePackets += next.packets();
      moreShown += next.frames();
    }
    if (last >= 0
        && (reached == segments
            || bytes + more > PieceHeader.MAX_PAYLOAD
            || packets + morePackets > PieceHeader.MAX_PACKETS
            || video.still().skip() && shown + moreShown > PieceHeader.MAX_FRAMES)) {
      return false;
    }
    first = last < 0 ? from : first;
    last = segment;
    reached++;
    bytes += more;
    packets += morePackets;
    shown += moreShown;
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
