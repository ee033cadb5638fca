package launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** HTTP with a limit on every wait. */
final class Web {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).timeout(LIMIT).build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Whether a server has its application deployed and all that it needs at hand. */
  boolean isReady(URI server) throws InterruptedException {
    try {
      return get(server.resolve("/mp-health/ready")).statusCode() == 200
          && get(server.resolve("/health")).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What a server says why it is not ready; empty where it is, or says nothing yet. */
  Optional<String> hindrance(URI server) throws InterruptedException {
    try {
      Map<String, Object> answer =
          Json.object(Json.read(get(server.resolve("/mp-health/ready")).body()));
      for (Object check : Json.list(answer.get("checks"))) {
        Object reason = Json.object(Json.object(check).get("data")).get("reason");
        if (reason != null) {
          return Optional.of(Json.text(reason, ""));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
