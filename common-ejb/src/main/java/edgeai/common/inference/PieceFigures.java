package edgeai.common.inference;

import java.util.concurrent.atomic.LongAdder;

/** How many pieces and frames of pieces there were. Thread-safe. */
public final class PieceFigures {
  private final LongAdder pieces = new LongAdder();
  private final LongAdder frames = new LongAdder();
  private final LongAdder reused = new LongAdder();

  void begun() {
    pieces.increment();
  }

  void inferred() {
    frames.increment();
  }

  void reused() {
    reused.increment();
  }

  /** Pieces begun since the start. */
  public long pieces() {
    return pieces.sum();
  }

  /** Frames of pieces inferred since the start. */
  public long frames() {
    return frames.sum();
  }

  /** Frames of pieces that showed nothing new, and were not inferred, since the start. */
  public long reusedFrames() {
    return reused.sum();
  }
}
