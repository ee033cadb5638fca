package edgeai.cli.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** HTTP with a limit on every wait. */
public final class Web {
  private static final int OK = 200;
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
    return hindrance(server).isEmpty();
  }

  /** What a server says of itself; nothing where it does not answer. */
  public JsonNode health(URI server) throws InterruptedException {
    try {
      return read(get(server.resolve("/health")).body());
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  /** Why a server is not ready, as far as it is known from outside; empty where it is. */
  public Optional<String> hindrance(URI server) throws InterruptedException {
    try {
      HttpResponse<String> readiness = get(server.resolve("/mp-health/ready"));
      if (readiness.statusCode() != OK) {
        return Optional.of(reason(readiness));
      }
      int status = get(server.resolve("/health")).statusCode();
      return Optional.of(status)
          .filter(other -> other != OK)
          .map(other -> "its application answers with status " + other);
    } catch (ConnectException e) {
      return Optional.of("its port is not open yet");
    } catch (HttpTimeoutException e) {
      return Optional.of("it does not answer within %d s".formatted(LIMIT.toSeconds()));
    } catch (IOException e) {
      return Optional.of("it does not answer as a server does: " + e);
    }
  }

  private static String reason(HttpResponse<String> readiness) {
    try {
      for (JsonNode check : read(readiness.body()).path("checks")) {
        JsonNode reason = check.path("data").path("reason");
        if (reason.isTextual()) {
          return reason.textValue();
        }
      }
    } catch (IOException e) {
      // no health of its own, which is what the sentence says
    }
    return "its health answers with status %d and no reason".formatted(readiness.statusCode());
  }
}
