package edgeai.cli.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** HTTP with a limit on every wait. */
public final class Web {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** What a server answers to a GET. */
  public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).timeout(LIMIT).build());
  }

  HttpResponse<String> delete(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).timeout(LIMIT).DELETE().build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Reads JSON, from an answer or from a file.
   *
   * @throws IOException where the text is no JSON
   */
  public static JsonNode read(String text) throws IOException {
    return JSON.readTree(text);
  }

  /** Whether a server has its application deployed and all that it needs at hand. */
  public boolean isReady(URI server) throws InterruptedException {
    try {
      return get(server.resolve("/mp-health/ready")).statusCode() == 200
          && get(server.resolve("/health")).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What a server says of itself; nothing where it does not answer. */
  public JsonNode health(URI server) throws InterruptedException {
    try {
      return read(get(server.resolve("/health")).body());
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  /** What a server says why it is not ready; empty where it is, or says nothing yet. */
  public Optional<String> hindrance(URI server) throws InterruptedException {
    try {
      for (JsonNode check : read(get(server.resolve("/mp-health/ready")).body()).path("checks")) {
        JsonNode reason = check.path("data").path("reason");
        if (reason.isTextual()) {
          return Optional.of(reason.textValue());
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
