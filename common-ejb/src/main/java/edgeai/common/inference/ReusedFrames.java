package edgeai.common.inference;

import edgeai.common.still.StillLook;
import edgeai.common.video.PiecePicture;
import edgeai.common.wire.PieceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Frames of one piece that are not inferred, and wait for what is found in the one before them that
 * is. Whoever touches it holds the buffer's lock.
 */
final class ReusedFrames {
  private record Waiting(PiecePicture picture, StillLook look) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private long last;
  private PieceLine answer;

  /** This frame is inferred, and those that come next may go by it. */
  void begins(long frame) {
    last = frame;
    answer = null;
  }

  /** A frame that shows what another shows; its line, where that one has its own already. */
  Optional<PieceLine> add(PiecePicture picture, StillLook look) {
    Waiting frame = new Waiting(picture, look);
    if (answer != null && answer.frameId() == look.source()) {
      return Optional.of(line(frame, answer));
    }
    waiting.add(frame);
    return Optional.empty();
  }

  /** What became of a frame that was inferred: so it did of those that waited for it. */
  Map<PiecePicture, PieceLine> answered(PieceLine line) {
    if (line.frameId() == last) {
      answer = line;
    }
    Map<PiecePicture, PieceLine> told = new LinkedHashMap<>();
    waiting.stream()
        .filter(frame -> frame.look().source() == line.frameId())
        .forEach(frame -> told.put(frame.picture(), line(frame, line)));
    waiting.removeIf(frame -> frame.look().source() == line.frameId());
    return told;
  }

  private static PieceLine line(Waiting frame, PieceLine source) {
    PiecePicture picture = frame.picture();
    if (!source.isDone()) {
      return PieceLine.failed(
          picture.id(),
          "Frame %d, which shows the same, was not done: %s"
              .formatted(source.frameId(), source.error()));
    }
    return new PieceLine(
        picture.id(),
        source.detections(),
        0,
        null,
        picture.width(),
        picture.height(),
        picture.jpeg(),
        source.frameId(),
        frame.look().change());
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Nobody waits any more; the pictures of those that did. */
  List<PiecePicture> drop() {
    List<PiecePicture> dropped = waiting.stream().map(Waiting::picture).toList();
    waiting.clear();
    return dropped;
  }
}
