package edgeai.common.edge;

import edgeai.common.error.TooSlow;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that ends in a refusal where whoever reads it waits too long for too little. Only waiting
 * counts, and of one wait no more than a few seconds: a server that stood still is no slow client.
 */
final class PacedInput extends ServletInputStream {
  private static final long WINDOW_NANOS = Duration.ofSeconds(20).toNanos();
  private static final long MOST_OF_ONE_NANOS = Duration.ofSeconds(8).toNanos();

  /** What has to come in such a time: 1 kB a second. */
  private static final long LEAST = 20_000;

  private final ServletInputStream in;
  private final LongSupplier nanos;
  private long left;
  private long waited;
  private long came;

  /**
   * @param length of the body, negative where only the container knows its end
   */
  PacedInput(ServletInputStream in, long length) {
    this(in, length, System::nanoTime);
  }

  PacedInput(ServletInputStream in, long length, LongSupplier nanos) {
    this.in = in;
    this.left = length < 0 ? Long.MAX_VALUE : length;
    this.nanos = nanos;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    long since = nanos.getAsLong();
    int value = in.read();
    count(since, value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (left == 0 && length > 0) {
      return -1;
    }
    long since = nanos.getAsLong();
    int read = in.read(to, offset, (int) Math.min(left, length));
    count(since, read);
    return read;
  }

  private void count(long since, int read) {
    waited += Math.min(MOST_OF_ONE_NANOS, nanos.getAsLong() - since);
    came += Math.max(0, read);
    left -= Math.max(0, read);
    if (came >= LEAST) {
      waited = 0;
      came = 0;
    } else if (read >= 0 && waited >= WINDOW_NANOS) {
      throw new TooSlow("The body came too slowly: 1 kB a second is the least.");
    }
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  @Override
  public boolean isFinished() {
    return left == 0 || in.isFinished();
  }

  @Override
  public boolean isReady() {
    return in.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    in.setReadListener(listener);
  }
}
