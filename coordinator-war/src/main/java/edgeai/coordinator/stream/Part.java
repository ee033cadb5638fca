package edgeai.coordinator.stream;

import edgeai.common.wire.FrameResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A picture as a part of an MJPEG stream: its bytes are made once and are the same for all. */
final class Part {
  private static final byte[] BOUNDARY = "--frame\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BOUNDARY_AFTER =
      "\r\n--frame\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  private Part(byte[] jpeg, String names) {
    String head =
        "Content-Type: image/jpeg\r\nContent-Length: %s\r\n%s\r\n".formatted(jpeg.length, names);
    bytes = joined(head.getBytes(StandardCharsets.US_ASCII), jpeg, BOUNDARY_AFTER);
  }

  /** Each part is followed by the next boundary at once, for browsers show a part only then. */
  static Part of(byte[] jpeg) {
    return new Part(jpeg, "");
  }

  /** A frame's picture, which names the frame and its job, if it has one. */
  static Part of(FrameResult frame, byte[] jpeg) {
    String job = frame.jobId() == null ? "" : "X-Job-Id: %s\r\n".formatted(frame.jobId());
    return new Part(jpeg, job + "X-Frame-Id: %s\r\n".formatted(Long.toString(frame.frameId())));
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
