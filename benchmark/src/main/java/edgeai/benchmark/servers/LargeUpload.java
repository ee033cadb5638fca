package edgeai.benchmark.servers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A multipart upload of any size made of a small video: an MP4 file may end with a box that says to
 * be skipped.
 */
final class LargeUpload {
  private static final String BOUNDARY = "----edge-large-upload";
  static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final byte[] beginning;
  private final long zeros;

  /**
   * @param clip an MP4 file
   * @param bytes of the whole video, more than those of the clip
   */
  LargeUpload(Path clip, long bytes) throws IOException {
    byte[] video = Files.readAllBytes(clip);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(written)) {
      out.writeBytes("--" + BOUNDARY + "\r\n");
      out.writeBytes("Content-Disposition: form-data; name=\"file\"; filename=\"large.mp4\"\r\n");
      out.writeBytes("Content-Type: video/mp4\r\n\r\n");
      out.write(video);
      // a length of 1 says that the real one follows the name, as 64 bits
      out.writeInt(1);
      out.writeBytes("free");
      out.writeLong(bytes - video.length);
    }
    beginning = written.toByteArray();
    zeros = bytes - video.length - 16;
  }

  /** The body, streamed. */
  BodyPublisher body() {
    return BodyPublishers.ofInputStream(this::stream);
  }

  private InputStream stream() {
    byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(beginning),
                new Zeros(zeros),
                new ByteArrayInputStream(end))));
  }

  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return length == 0 ? 0 : -1;
      }
      int given = (int) Math.min(length, left);
      Arrays.fill(into, offset, offset + given, (byte) 0);
      left -= given;
      return given;
    }
  }
}
