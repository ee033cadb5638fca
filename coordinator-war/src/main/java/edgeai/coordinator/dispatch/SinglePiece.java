package edgeai.coordinator.dispatch;

import edgeai.common.piece.FrameRole;
import edgeai.common.piece.Piece;
import edgeai.common.piece.WantedFrame;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import java.util.List;

/**
 * A piece for one frame alone, cut while its job is worked on; it can be read for as long as the
 * video is kept.
 */
record SinglePiece(PiecePlan plan, Stretch stretch, List<WantedFrame> wanted, Piece piece) {
  /**
   * @throws java.io.UncheckedIOException where the file or its index cannot be read
   */
  static SinglePiece of(PiecePlan plan, Frame frame) {
    PieceVideo video = plan.video();
    int segment = video.segmentOf().applyAsInt(frame.index());
    // one that begins a run is inferred, whatever it shows
    FrameRole role = video.still().skip() ? new FrameRole(true, false) : FrameRole.PLAIN;
    List<WantedFrame> wanted = List.of(new WantedFrame(frame.id(), frame.index(), false, role));
    double confidence = plan.source().rules().confidence().orElse(Double.NaN);
    return new SinglePiece(
        plan,
        new Stretch(segment, segment, List.of(frame)),
        wanted,
        video.cutter().cut(segment, segment, wanted, confidence));
  }

  /** It goes to a worker, in no book. */
  PieceLease at(WorkerNode worker) {
    return new PieceLease(plan, worker, stretch, wanted, List.of());
  }
}
