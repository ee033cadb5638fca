package edgeai.cli.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleConsumer;

/** A video as the body of a request, read from its file as it is sent. */
final class VideoUpload {
  /**
   * A coordinator says itself when it cannot open a video, which on a busy machine takes minutes.
   */
  private static final Duration OPENING_LIMIT = Duration.ofMinutes(5);

  private static final long SLOWEST_BYTES_PER_SECOND = 1_000_000;

  private final Path video;
  private final DoubleConsumer progress;
  private final String boundary = "edge-" + Long.toHexString(System.nanoTime());

  /**
   * @param progress hears the percentage that was read for sending
   */
  VideoUpload(Path video, DoubleConsumer progress) {
    this.video = video;
    this.progress = progress;
  }

  HttpRequest to(URI address) throws IOException {
    long size = Files.size(video);
    byte[] head = head(video.getFileName().toString());
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    BodyPublisher body =
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> parts(head, size, tail)),
            head.length + size + tail.length);
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .timeout(OPENING_LIMIT.plusSeconds(size / SLOWEST_BYTES_PER_SECOND))
        .POST(body)
        .build();
  }

  private byte[] head(String name) {
    String quoted = name.replace("\\", "%5C").replace("\"", "%22").replace("\r", "%0D");
    return """
    --%s\r
    Content-Disposition: form-data; name="file"; filename="%s"\r
    Content-Type: application/octet-stream\r
    \r
    """
        .formatted(boundary, quoted.replace("\n", "%0A"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private InputStream parts(byte[] head, long size, byte[] tail) {
    try {
      InputStream file = new CountedInput(Files.newInputStream(video), size, progress);
      return new SequenceInputStream(
          Collections.enumeration(
              List.of(new ByteArrayInputStream(head), file, new ByteArrayInputStream(tail))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
