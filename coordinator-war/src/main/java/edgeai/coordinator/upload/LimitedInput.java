package edgeai.coordinator.upload;

import edgeai.common.error.TooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends in a 413 past a number of bytes. */
final class LimitedInput extends FilterInputStream {
  private final long limit;
  private long seen;

  LimitedInput(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int bytes) {
    seen += bytes;
    if (seen > limit) {
      throw new TooLarge("The upload is larger than the %d bytes allowed.".formatted(limit));
    }
  }
}
