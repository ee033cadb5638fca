package launcher;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Speaks to a coordinator; what it answers beside 2xx becomes an {@link IOException}. */
final class CoordinatorClient {
  private static final int PAGE = 2_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * A coordinator says itself when it cannot open a video, which on a busy machine takes minutes.
   */
  private static final Duration OPENING_LIMIT = Duration.ofMinutes(5);

  private static final long SLOWEST_BYTES_PER_SECOND = 1_000_000;

  private final Web web;
  private final URI address;

  CoordinatorClient(Web web, URI address) {
    this.web = web;
    this.address = address;
  }

  Map<String, Object> job(String id) throws IOException, InterruptedException {
    return Json.object(body(web.get(address.resolve("/jobs/" + escape(id)))));
  }

  /** The newest 100 jobs, the newest first. */
  List<Object> newestJobs() throws IOException, InterruptedException {
    return Json.list(body(web.get(address.resolve("/jobs"))));
  }

  /** Cancels a job that runs or waits, removes one that ended. */
  void deleteJob(String id) throws IOException, InterruptedException {
    body(
        web.send(
            HttpRequest.newBuilder(address.resolve("/jobs/" + escape(id)))
                .timeout(LIMIT)
                .DELETE()
                .build()));
  }

  /** How many frames have a result. */
  double framesDone() throws IOException, InterruptedException {
    Map<String, Object> metrics = Json.object(body(web.get(address.resolve("/metrics"))));
    return Json.number(Json.object(metrics.get("frames")).get("total"));
  }

  List<Object> workers() throws IOException, InterruptedException {
    return Json.list(body(web.get(address.resolve("/workers"))));
  }

  /** Every frame of every job, accounted for. */
  Map<String, Object> ledger() throws IOException, InterruptedException {
    return Json.object(body(web.get(address.resolve("/ledger"))));
  }

  /** What the pool's model can find. */
  List<Object> classes() throws IOException, InterruptedException {
    return Json.list(Json.object(body(web.get(address.resolve("/model")))).get("classes"));
  }

  /** Hands over every frame of a job, page by page. */
  void frames(String job, Consumer<Map<String, Object>> reader)
      throws IOException, InterruptedException {
    String path = "/jobs/" + escape(job) + "/frames?limit=" + PAGE;
    Optional<String> cursor = Optional.empty();
    do {
      String rest = cursor.map(next -> "&cursor=" + escape(next)).orElse("");
      HttpResponse<String> page = web.get(address.resolve(path + rest));
      Json.list(body(page)).forEach(frame -> reader.accept(Json.object(frame)));
      cursor = page.headers().firstValue("Next-Cursor");
    } while (cursor.isPresent());
  }

  /**
   * Uploads a video and gives the id of its job.
   *
   * @param sampleFps empty for the coordinator's own choice
   * @param progress hears the percentage that was read for sending
   */
  String upload(Path video, String sampleFps, DoubleConsumer progress)
      throws IOException, InterruptedException {
    String boundary = "edge-" + Long.toHexString(System.nanoTime());
    long size = Files.size(video);
    byte[] head = head(boundary, video.getFileName().toString());
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    BodyPublisher body =
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> multipart(head, video, size, tail, progress)),
            head.length + size + tail.length);
    String query = sampleFps.isEmpty() ? "" : "?sample_fps=" + escape(sampleFps);
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/upload-video" + query))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .timeout(OPENING_LIMIT.plusSeconds(size / SLOWEST_BYTES_PER_SECOND))
            .POST(body)
            .build();
    return Json.text(Json.object(body(web.send(request))).get("job_id"), "");
  }

  private static byte[] head(String boundary, String name) {
    return """
    --%s\r
    Content-Disposition: form-data; name="file"; filename="%s"\r
    Content-Type: application/octet-stream\r
    \r
    """
        .formatted(boundary, name.replace("\\", "%5C").replace("\"", "%22"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream multipart(
      byte[] head, Path video, long size, byte[] tail, DoubleConsumer progress) {
    try {
      InputStream file = counting(Files.newInputStream(video), size, progress);
      return new SequenceInputStream(
          Collections.enumeration(
              List.of(new ByteArrayInputStream(head), file, new ByteArrayInputStream(tail))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream counting(InputStream file, long size, DoubleConsumer progress) {
    return new FilterInputStream(file) {
      private long done;

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        done += Math.max(0, read);
        progress.accept(100.0 * done / size);
        return read;
      }
    };
  }

  private static Object body(HttpResponse<String> response) throws IOException {
    Object body;
    try {
      body = Json.read(response.body());
    } catch (IllegalArgumentException e) {
      throw new IOException("the coordinator answered %d".formatted(response.statusCode()), e);
    }
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          Json.text(
              Json.object(body).get("detail"),
              "the coordinator answered %d".formatted(response.statusCode())));
    }
    return body;
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
