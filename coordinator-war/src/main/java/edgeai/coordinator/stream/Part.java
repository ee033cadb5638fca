package edgeai.coordinator.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A picture as a part of an MJPEG stream: its bytes are made once and are the same for all. */
final class Part {
  private static final byte[] BOUNDARY = "--frame\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BOUNDARY_AFTER =
      "\r\n--frame\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  /** Each part is followed by the next boundary at once, for browsers show a part only then. */
  Part(byte[] jpeg) {
    byte[] head =
        "Content-Type: image/jpeg\r\nContent-Length: %s\r\n\r\n"
            .formatted(jpeg.length)
            .getBytes(StandardCharsets.US_ASCII);
    bytes = joined(head, jpeg, BOUNDARY_AFTER);
  }

  /** To be written and not to be changed: all viewers share them. */
  byte[] bytes() {
    return bytes;
  }

  /** A stream begins with its first picture twice: Chromium shows one only with the next's head. */
  byte[] opening() {
    return joined(BOUNDARY, bytes, bytes);
  }

  private static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      joined.writeBytes(piece);
    }
    return joined.toByteArray();
  }
}
