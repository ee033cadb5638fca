package edgeai.common.inference;

import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.still.GreyPicture;
import edgeai.common.still.StillDecision;
import edgeai.common.still.StillGate;
import edgeai.common.still.StillLook;
import edgeai.common.video.PiecePicture;
import edgeai.common.wire.Detection;
import edgeai.common.wire.PieceLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which frames of one piece show nothing new. Each run of frames has a gate of its own, so that
 * what comes out is the same whatever else the piece has. Thread-safe.
 */
final class StillFrames {
  private final double threshold;
  private final Map<Long, Integer> runs = new HashMap<>();
  private final Map<Long, StillGate> inferred = new HashMap<>();
  private StillGate gate;
  private int run = -1;
  private boolean closed;

  private StillFrames(PieceHeader header) {
    threshold = header.still();
    int begun = 0;
    for (PieceFrame frame : header.frames()) {
      begun += frame.role().begins() ? 1 : 0;
      runs.put(frame.id(), begun);
    }
  }

  /** Of a piece; empty where each of its frames is inferred. */
  static Optional<StillFrames> of(PieceHeader header) {
    return header.skipsStill() ? Optional.of(new StillFrames(header)) : Optional.empty();
  }

  /**
   * Looks at the next frame, and waits where that needs what is found in one before; empty where it
   * is to be inferred, after which it is {@link #answered}.
   */
  Optional<StillLook> look(PiecePicture picture) throws InterruptedException {
    GreyPicture grey = GreyPicture.of(picture.bgr(), picture.bgrWidth(), picture.bgrHeight());
    StillLook look = look(picture, grey);
    return look.decision() == StillDecision.REUSE ? Optional.of(look) : Optional.empty();
  }

  private synchronized StillLook look(PiecePicture picture, GreyPicture grey)
      throws InterruptedException {
    int own = runs.get(picture.id());
    if (own != run) {
      run = own;
      gate = new StillGate(threshold);
    }
    StillLook look = gate.look(picture.id(), grey, picture.micros());
    while (look.decision() == StillDecision.AWAIT && !closed) {
      wait();
      look = gate.look(picture.id(), grey, picture.micros());
    }
    if (look.decision() == StillDecision.INFER) {
      inferred.put(picture.id(), gate);
    }
    return look;
  }

  /** What became of a frame that was to be inferred. */
  synchronized void answered(PiecePicture picture, PieceLine line) {
    StillGate asked = inferred.remove(picture.id());
    if (asked == null) {
      return;
    }
    if (line.isDone()) {
      asked.found(
          picture.id(),
          line.detections().stream().map(Detection::box).toList(),
          picture.width() > 0 ? picture.width() : picture.bgrWidth(),
          picture.width() > 0 ? picture.height() : picture.bgrHeight());
    } else {
      asked.lost(picture.id());
    }
    notifyAll();
  }

  /** Nobody wants the piece any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
