package edgeai.worker.coordinator;

import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The coordinator over HTTP, under MicroProfile Fault Tolerance. */
@ApplicationScoped
public class CoordinatorClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final WorkerSettings settings;
  private final HttpClient http;

  @Inject
  public CoordinatorClient(WorkerSettings settings) {
    this(
        settings,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build());
  }

  /** For the container's proxy, and for what stands in for it. */
  protected CoordinatorClient() {
    this(null, null);
  }

  private CoordinatorClient(WorkerSettings settings, HttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /**
   * @throws IOException where the coordinator cannot be reached
   */
  @Timeout(value = 8, unit = ChronoUnit.SECONDS)
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  /**
   * @throws IOException where the coordinator cannot be reached
   */
  @Timeout(value = 8, unit = ChronoUnit.SECONDS)
  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /**
   * @throws IOException where the coordinator cannot be reached
   */
  @Timeout(value = 2, unit = ChronoUnit.SECONDS)
  public int delete(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).DELETE().build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /**
   * Downloads to a file and gives the status.
   *
   * @throws IOException where the coordinator cannot be reached
   */
  @Timeout(value = 10, unit = ChronoUnit.MINUTES)
  public int download(String path, Path file) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
    return http.send(request, BodyHandlers.ofFile(file)).statusCode();
  }

  private URI uri(String path) {
    return URI.create(settings.coordinator().orElseThrow() + path);
  }
}
