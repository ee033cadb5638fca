package edgeai.worker.coordinator;

import edgeai.common.door.SentBearer;
import edgeai.common.log.LogContext;
import edgeai.common.network.BoundedAnswer;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.network.HttpCalls;
import edgeai.common.settings.ServerTls;
import edgeai.common.wire.TraceParent;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The coordinator over HTTP, under MicroProfile Fault Tolerance. */
@ApplicationScoped
public class CoordinatorClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final long MAX_BYTES = 4 << 20;

  /** No ONNX file is larger: it is one protobuf message. */
  private static final long MAX_MODEL_BYTES = 2L << 30;

  private final WorkerSettings settings;
  private final SentBearer bearer;
  private final ConfiguredCalls calls;
  private final HttpCalls http;

  @Inject
  public CoordinatorClient(WorkerSettings settings, SentBearer bearer, ConfiguredCalls calls) {
    this(
        settings,
        bearer,
        calls,
        new HttpCalls(
            () ->
                HttpClient.newBuilder()
                    .sslContext(ServerTls.clients())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()));
  }

  /** For the container's proxy, and for what stands in for it. */
  protected CoordinatorClient() {
    this(null, null, null, null);
  }

  private CoordinatorClient(
      WorkerSettings settings, SentBearer bearer, ConfiguredCalls calls, HttpCalls http) {
    this.settings = settings;
    this.bearer = bearer;
    this.calls = calls;
    this.http = http;
  }

  /**
   * @throws IOException where the coordinator cannot be reached, or answers more than is taken
   */
  @Timeout(value = 8, unit = ChronoUnit.SECONDS)
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), text());
  }

  /**
   * @throws IOException where the coordinator cannot be reached, or answers more than is taken
   */
  @Timeout(value = 8, unit = ChronoUnit.SECONDS)
  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return http.send(request, text());
  }

  /**
   * @throws IOException where the coordinator cannot be reached, or answers more than is taken
   */
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  public int delete(String path) throws IOException, InterruptedException {
    HttpRequest request = request(path).DELETE().build();
    return http.send(request, text()).statusCode();
  }

  /**
   * Downloads to a file and gives the status.
   *
   * @throws IOException where the coordinator cannot be reached, or answers more than is taken
   */
  @Timeout(value = 10, unit = ChronoUnit.MINUTES)
  public int download(String path, Path file) throws IOException, InterruptedException {
    HttpRequest request = request(path).build();
    return http.send(request, BoundedAnswer.of(BodyHandlers.ofFile(file), MAX_MODEL_BYTES))
        .statusCode();
  }

  private static BodyHandler<String> text() {
    return BoundedAnswer.of(BodyHandlers.ofString(), MAX_BYTES);
  }

  private HttpRequest.Builder request(String path) throws IOException {
    URI address = URI.create(settings.coordinator().orElseThrow() + path);
    calls.require(address);
    HttpRequest.Builder request = bearer.signed(HttpRequest.newBuilder(address));
    TraceParent trace = LogContext.current().trace();
    return trace == null ? request : request.header(TraceParent.HEADER, trace.written());
  }
}
