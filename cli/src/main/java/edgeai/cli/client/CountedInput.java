package edgeai.cli.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/** A stream that tells how much of it was read, in percent. */
final class CountedInput extends FilterInputStream {
  private final long size;
  private final DoubleConsumer progress;
  private long done;

  CountedInput(InputStream in, long size, DoubleConsumer progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = super.read(into, from, most);
    done += Math.max(0, read);
    progress.accept(100.0 * done / size);
    return read;
  }
}
