package edgeai.common.video;

import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * How long one step of a live source may take in all, whatever it sends meanwhile: FFmpeg's own
 * limit is on silence. Called by FFmpeg while it waits, to ask whether it shall give up.
 */
final class StreamPatience extends AVIOInterruptCB.Callback_Pointer {
  private static final long WHOLE_NANOS = LiveSource.PATIENCE.toNanos() / 2 * 3;
  private static final long SILENCE_NANOS = LiveSource.PATIENCE.toNanos() / 16 * 15;

  private long begun = System.nanoTime();
  private boolean gaveUp;

  /** Something is waited for from now on. */
  void begin() {
    begun = System.nanoTime();
  }

  /** Whether what is waited for took as long as silence may last. */
  boolean isSpent() {
    return gaveUp || System.nanoTime() - begun > SILENCE_NANOS;
  }

  /** Once it gave up it does so for good: FFmpeg gives what it still had and waits again. */
  @Override
  public int call(Pointer opaque) {
    gaveUp |= System.nanoTime() - begun > WHOLE_NANOS;
    return gaveUp ? 1 : 0;
  }

  /** For what FFmpeg opens. */
  AVIOInterruptCB interrupt() {
    return new AVIOInterruptCB().callback(this);
  }
}
