package edgeai.common.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long a reader is waited for, and leaves one who takes next to nothing. For the
 * thread that made it; others may have it give way.
 */
final class PacedOutput extends FilterOutputStream {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** What a reader takes in a second at least, once it has been waited for. */
  private static final long LEAST_A_SECOND = 8 << 10;

  private final Thread thread = Thread.currentThread();
  private volatile long waitsSince;
  private long bytes;
  private long nanos;
  private boolean gaveWay;

  PacedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    long started = System.nanoTime();
    waitsSince = started == 0 ? 1 : started;
    try {
      out.write(from, offset, length);
    } finally {
      waitsSince = 0;
    }
    nanos += System.nanoTime() - started;
    bytes += length;
    if (nanos > PATIENCE_NANOS && bytes < LEAST_A_SECOND * TimeUnit.NANOSECONDS.toSeconds(nanos)) {
      throw new IOException("whoever reads takes next to nothing");
    }
  }

  /** How long its reader has taken nothing, 0 while it is not waited for. */
  long waitedNanos() {
    long since = waitsSince;
    return since == 0 ? 0 : System.nanoTime() - since;
  }

  /**
   * Another takes its place: what it waits for ends with an exception. Never after {@link #end}.
   */
  void giveWay() {
    gaveWay = true;
    thread.interrupt();
  }

  /** Its thread goes on to other things, and must not be interrupted then. */
  void end() {
    if (gaveWay) {
      Thread.interrupted();
    }
  }
}
