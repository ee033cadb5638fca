package edgeai.benchmark.viewers;

import java.nio.ByteBuffer;

/** Counts the pictures of an MJPEG stream; their bytes are passed over and never looked at. */
final class PictureCounter {
  private static final String LENGTH = "Content-Length: ";

  private final LineReader lines = new LineReader();
  private int length;
  private int left;
  private volatile int pictures;

  /** Takes the next bytes of the stream. */
  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (left > 0) {
        pass(bytes);
      } else {
        lines.next(bytes).ifPresent(this::read);
      }
    }
  }

  /** How many came whole. */
  int pictures() {
    return pictures;
  }

  private void pass(ByteBuffer bytes) {
    int passed = Math.min(left, bytes.remaining());
    bytes.position(bytes.position() + passed);
    left -= passed;
    if (left == 0) {
      pictures++;
    }
  }

  private void read(String line) {
    if (line.startsWith(LENGTH)) {
      length = Integer.parseInt(line.substring(LENGTH.length()));
    } else if (line.isEmpty()) {
      // one follows the head of a part, another its picture
      left = length;
      length = 0;
    }
  }
}
