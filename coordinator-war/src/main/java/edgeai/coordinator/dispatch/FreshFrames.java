package edgeai.coordinator.dispatch;

import edgeai.common.piece.Segment;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The frames of a job's video that nobody had yet, a bit each; the next of them make the next piece
 * where segments allow it. Not thread-safe; its {@link PiecePlan} guards it.
 */
final class FreshFrames {
  private final FrameSource source;
  private final PieceVideo video;
  private final TakenFrames taken;
  private final BitSet left;
  private int next;

  /**
   * @param settled numbers of frames that are done
   */
  FreshFrames(FrameSource source, PieceVideo video, TakenFrames taken, BitSet settled) {
    this.source = source;
    this.video = video;
    this.taken = taken;
    this.left = taken.without(settled);
  }

  boolean isEmpty() {
    return left.isEmpty();
  }

  int count() {
    return left.cardinality();
  }

  /**
   * The next frames, in segments that are whole where that is better.
   *
   * @param begun told of each
   */
  Optional<Stretch> take(PieceSize wanted, Consumer<Frame> begun) {
    PieceSize size = video.still().skip() ? wanted.alone() : wanted;
    StretchBuilder builder = new StretchBuilder(video, Integer.MAX_VALUE);
    for (int frame = left.nextSetBit(next); frame >= 0; frame = left.nextSetBit(frame + 1)) {
      Segment unit = video.unit(frame);
      int end = (int) unit.endFrame();
      int count = left.get(frame, end).cardinality();
      boolean first = builder.frames().isEmpty();
      if (!first
          && (size.isBeyond(builder.frames().size() + count) || !builder.hasRoomFor(unit, count))) {
        break;
      }
      int most = first ? size.ofFirst(count, unit.bytes(), frame - unit.firstFrame()) : count;
      int added = addOfSegment(builder, frame, end, most);
      if (added < count) {
        break;
      }
      frame = end - 1;
    }
    return builder.frames().isEmpty() ? Optional.empty() : Optional.of(begin(builder, begun));
  }

  private int addOfSegment(StretchBuilder builder, int from, int end, int most) {
    int added = 0;
    for (int frame = from;
        frame >= 0 && frame < end && added < most && builder.add(frame);
        frame = left.nextSetBit(frame + 1)) {
      added++;
    }
    return added;
  }

  private Stretch begin(StretchBuilder builder, Consumer<Frame> begun) {
    List<Frame> frames = new ArrayList<>();
    for (int index : builder.frames()) {
      long id = video.frameId().applyAsLong(taken.ordinal(index));
      Frame frame = Frame.ofPiece(id, source, index, video.millis().applyAsLong(index));
      left.clear(index);
      begun.accept(frame);
      frames.add(frame);
    }
    next = (int) frames.get(frames.size() - 1).index() + 1;
    source.progress().taken(frames.size());
    return new Stretch(builder.first(), builder.last(), frames);
  }
}
