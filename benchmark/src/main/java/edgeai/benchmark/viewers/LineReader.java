package edgeai.benchmark.viewers;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Lines that end with CRLF, out of bytes that come in pieces. */
final class LineReader {
  private final StringBuilder line = new StringBuilder();

  /** The next line without its end; empty, with all bytes taken, where it has not come whole. */
  Optional<String> next(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      char read = (char) (bytes.get() & 0xff);
      if (read == '\n') {
        String whole = line.toString();
        line.setLength(0);
        return Optional.of(whole);
      }
      if (read != '\r') {
        line.append(read);
      }
    }
    return Optional.empty();
  }
}
