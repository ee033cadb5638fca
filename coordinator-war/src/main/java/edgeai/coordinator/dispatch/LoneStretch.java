package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Frame;
import java.util.List;

/**
 * Frames of a plan that are decoded here; whoever has them closes it when they are with dispatch.
 */
public final class LoneStretch implements AutoCloseable {
  private final PiecePlan plan;
  private final Stretch stretch;
  private final PieceBooks books;

  LoneStretch(PiecePlan plan, Stretch stretch, PieceBooks books) {
    this.plan = plan;
    this.stretch = stretch;
    this.books = books;
  }

  /** As they are shown. */
  public List<Frame> frames() {
    return stretch.frames();
  }

  /** It cannot be decoded here either. */
  public void fail(Frame frame, String reason) {
    books.fail(frame, reason);
  }

  @Override
  public void close() {
    plan.ended();
  }
}
