package edgeai.common.oidc;

import edgeai.common.error.InvalidInput;
import edgeai.common.http.Body;
import edgeai.common.network.BoundedAnswer;
import edgeai.common.network.HttpCalls;
import edgeai.settings.OidcCatalogue;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Calls the provider: for seconds at most, a megabyte at most, over TLS unless it is on this
 * machine, and never where an answer leads on to.
 */
final class ProviderClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_SECONDS = 10;
  private static final long MAX_BYTES = 1 << 20;
  private static final int OK = 200;

  private final HttpCalls http;

  /**
   * @param known by which the provider's certificate is known
   */
  ProviderClient(SSLContext known) {
    this.http =
        new HttpCalls(
            () ->
                HttpClient.newBuilder()
                    .sslContext(known)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build());
  }

  /** What stands at an address. */
  String text(URI address) throws IOException {
    HttpResponse<String> answer = send(request(address).GET().build());
    if (answer.statusCode() != OK) {
      throw new IOException("%s answered %d".formatted(address, answer.statusCode()));
    }
    return answer.body();
  }

  /** The object that stands at an address. */
  JsonObject object(URI address) throws IOException {
    return parsed(address, text(address));
  }

  /** The same, for who has this token. */
  JsonObject object(URI address, String bearer) throws IOException {
    HttpResponse<String> answer =
        send(request(address).setHeader("Authorization", "Bearer " + bearer).GET().build());
    if (answer.statusCode() != OK) {
      throw new IOException("%s answered %d".formatted(address, answer.statusCode()));
    }
    return parsed(address, answer.body());
  }

  /** Posts a form; an error that the provider explains is no failure. */
  FormAnswer post(URI address, FormBody form) throws IOException {
    HttpRequest.Builder request =
        request(address)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.body()));
    form.authorization().ifPresent(value -> request.setHeader("Authorization", value));
    HttpResponse<String> answer = send(request.build());
    if (answer.statusCode() >= 500) {
      throw new IOException("%s answered %d".formatted(address, answer.statusCode()));
    }
    return new FormAnswer(answer.statusCode() == OK, parsed(address, answer.body()));
  }

  private static HttpRequest.Builder request(URI address) throws IOException {
    if (!OidcCatalogue.isSafe(address)) {
      throw new IOException("%s is not https".formatted(address));
    }
    return HttpRequest.newBuilder(address).setHeader("Accept", "application/json");
  }

  /** What {@link HttpClient} bounds ends with the head of an answer. */
  private HttpResponse<String> send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BoundedAnswer.of(BodyHandlers.ofString(), MAX_BYTES));
    try {
      return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("%s: %s".formatted(request.uri(), e.getCause()), e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("%s took longer than %d s".formatted(request.uri(), MOST_SECONDS), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonObject parsed(URI address, String text) throws IOException {
    try {
      if (Body.json(text.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject object) {
        return object;
      }
      throw new IOException("%s answered no JSON object".formatted(address));
    } catch (InvalidInput e) {
      throw new IOException("%s answered no JSON".formatted(address), e);
    }
  }
}
