package edgeai.benchmark.viewers;

import java.nio.ByteBuffer;

/** The answer to {@code GET /video-stream}: a head, then the stream in HTTP's chunks. */
final class StreamReader {
  private static final int HEXADECIMAL = 16;

  private final PictureCounter counter = new PictureCounter();
  private final LineReader lines = new LineReader();
  private boolean begun;
  private boolean inHead = true;
  private int left;

  /**
   * Takes the next bytes of the connection.
   *
   * @throws IllegalStateException if the server refused
   */
  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (left > 0) {
        int taken = Math.min(left, bytes.remaining());
        counter.take(bytes.slice(bytes.position(), taken));
        bytes.position(bytes.position() + taken);
        left -= taken;
      } else {
        lines.next(bytes).ifPresent(this::read);
      }
    }
  }

  /** How many pictures came whole. */
  int pictures() {
    return counter.pictures();
  }

  private void read(String line) {
    if (!begun && !line.startsWith("HTTP/1.1 200")) {
      throw new IllegalStateException("a viewer was answered " + line);
    }
    begun = true;
    if (inHead) {
      inHead = !line.isEmpty();
    } else if (!line.isEmpty()) {
      left = Integer.parseInt(line, HEXADECIMAL);
    }
  }
}
