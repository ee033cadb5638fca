package edgeai.coordinator.report;

import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The admin server over HTTP, under MicroProfile Fault Tolerance. */
@ApplicationScoped
public class AdminClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  @Inject private CoordinatorSettings settings;

  @Resource(lookup = "java:app/concurrent/http")
  private ManagedExecutorService executor;

  private HttpClient http;

  @PostConstruct
  void open() {
    http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).executor(executor).build();
  }

  /**
   * @throws IOException where the admin server cannot be reached
   */
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  @Bulkhead(8)
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  /**
   * @throws IOException where the admin server cannot be reached
   */
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  @Bulkhead(8)
  public int post(String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private URI uri(String path) {
    return URI.create(settings.admin().address().orElseThrow() + path);
  }
}
