package edgeai.common.inference;

import edgeai.common.piece.PieceFrame;
import edgeai.common.still.StillLook;
import edgeai.common.video.PiecePicture;
import edgeai.common.wire.PieceLine;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** Where the frames of one piece are at this moment; whoever touches it holds the buffer's lock. */
final class PieceFrames {
  private record Answered(PieceLine line, long bytes) {}

  private final Set<Long> awaited = new LinkedHashSet<>();
  private final Set<Long> known = new HashSet<>();
  private final ReusedFrames reused = new ReusedFrames();
  private final Queue<PiecePicture> decoded = new ArrayDeque<>();
  private final Queue<Answered> answered = new ArrayDeque<>();
  private int held;
  private long bytes;
  private boolean complete;
  private boolean dropped;

  PieceFrames(List<PieceFrame> wanted) {
    for (PieceFrame frame : wanted) {
      awaited.add(frame.id());
      if (frame.role().known()) {
        known.add(frame.id());
      }
    }
  }

  static long bytes(PiecePicture picture) {
    return picture.bgr().length + jpegBytes(picture);
  }

  private static long jpegBytes(PiecePicture picture) {
    return picture.jpeg() == null ? 0 : picture.jpeg().length;
  }

  /** Whether the decoder has still to give this frame. */
  boolean isAwaited(long id) {
    return awaited.contains(id);
  }

  void decoded(PiecePicture picture) {
    awaited.remove(picture.id());
    reused.begins(picture.id());
    decoded.add(picture);
    held++;
    bytes += bytes(picture);
  }

  /** It takes what is found in the frame that was decoded for a caller last. */
  void reuses(PiecePicture picture, StillLook look) {
    awaited.remove(picture.id());
    if (known.contains(picture.id())) {
      return; // nobody is told of it
    }
    bytes += jpegBytes(picture);
    reused.add(picture, look).ifPresent(line -> tell(picture, line));
  }

  private void tell(PiecePicture picture, PieceLine line) {
    held++;
    answered.add(new Answered(line, jpegBytes(picture)));
  }

  /** The first that waits for a caller, null where none does. */
  PiecePicture poll() {
    return decoded.poll();
  }

  void answered(PiecePicture picture, PieceLine line) {
    if (dropped || known.contains(picture.id())) {
      release(bytes(picture));
    } else {
      answered.add(new Answered(line, bytes(picture)));
    }
    if (!dropped) {
      reused.answered(line).forEach(this::tell);
    }
  }

  /** What the decoder has not given by now it will not give. */
  void complete(List<PieceLine> missing) {
    complete = true;
    if (!dropped) {
      missing.forEach(line -> answered.add(new Answered(line, 0)));
      held += missing.size();
    }
  }

  List<Long> awaited() {
    return awaited.stream().filter(id -> !known.contains(id)).toList();
  }

  /** The next line, null where there is none at this moment. */
  PieceLine pollLine() {
    Answered next = answered.poll();
    if (next == null) {
      return null;
    }
    held--;
    bytes -= next.bytes();
    return next.line();
  }

  /** Nobody wants what is not answered yet; what is being inferred stays until it is. */
  void drop() {
    dropped = true;
    decoded.forEach(picture -> release(bytes(picture)));
    answered.forEach(line -> release(line.bytes()));
    reused.drop().forEach(picture -> bytes -= jpegBytes(picture));
    decoded.clear();
    answered.clear();
  }

  private void release(long size) {
    held--;
    bytes -= size;
  }

  boolean isDropped() {
    return dropped;
  }

  /** Whether every line was taken. */
  boolean isOver() {
    return dropped || complete && held == 0 && reused.isEmpty();
  }

  /** Frames between the decoder and whoever takes the lines. */
  int held() {
    return held;
  }

  int waiting() {
    return decoded.size();
  }

  long bytes() {
    return bytes;
  }
}
