package edgeai.common.request;

import edgeai.common.error.TooLarge;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of a stream as they come, none of them without bounds. One thread at a time. */
final class LineInput {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private int from;
  private int to;

  /**
   * @param in read in large steps; closed by whoever opened it
   */
  LineInput(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its end; empty at the end of the stream.
   *
   * @throws EOFException where the last line has no end
   * @throws TooLarge where a line is longer
   */
  Optional<byte[]> next(int most) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (from < to || refill()) {
      int end = end();
      line.write(buffer, from, end - from);
      boolean ended = end < to;
      from = ended ? end + 1 : end;
      if (line.size() > most) {
        throw new TooLarge("A line is longer than the %d bytes allowed.".formatted(most));
      }
      if (ended) {
        return Optional.of(line.toByteArray());
      }
    }
    if (line.size() > 0) {
      throw new EOFException("the last line has no end");
    }
    return Optional.empty();
  }

  private int end() {
    int at = from;
    while (at < to && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean refill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }
}
