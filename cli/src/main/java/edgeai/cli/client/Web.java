package edgeai.cli.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import edgeai.access.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** HTTP with a limit on every wait. */
public final class Web {
  private static final int OK = 200;
  private static final int UNKNOWN = 401;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Of an answer: ten times the frames of a long list. */
  private static final long MOST_BYTES = 16L << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Optional<Secret> token;
  private final Set<String> needing = ConcurrentHashMap.newKeySet();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public Web() {
    this(Optional.empty());
  }

  /**
   * @param token sent to servers that ask who asks
   */
  public Web(Optional<Secret> token) {
    this.token = token;
  }

  /** What a server answers to a GET. */
  public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).timeout(LIMIT).build());
  }

  /** What a server answers to JSON. */
  public HttpResponse<String> post(URI address, String json)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  HttpResponse<String> delete(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).timeout(LIMIT).DELETE().build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(signed(request), BoundedText.of(MOST_BYTES));
  }

  private HttpRequest signed(HttpRequest request) throws IOException, InterruptedException {
    if (token.isEmpty() || !asksWhoAsks(request.uri())) {
      return request;
    }
    return HttpRequest.newBuilder(request, (name, value) -> true)
        .setHeader("Authorization", "Bearer " + token.get().text())
        .build();
  }

  /** A server that only this machine reaches asks nobody, and may not know the token. */
  private boolean asksWhoAsks(URI address) throws IOException, InterruptedException {
    String server = address.getAuthority();
    if (!needing.contains(server) && !open.contains(server)) {
      HttpRequest knock = HttpRequest.newBuilder(address.resolve("/whoami")).timeout(LIMIT).build();
      int status = client.send(knock, BoundedText.of(MOST_BYTES)).statusCode();
      (status == UNKNOWN ? needing : open).add(server);
    }
    return needing.contains(server);
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
