package edgeai.cli.client;

import edgeai.access.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** One short question to a server of which nothing is known. */
public final class Knock {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final long MOST_BYTES = 1 << 20;

  private Knock() {}

  /**
   * What it answers to a GET; where that would lead elsewhere, it is not followed.
   *
   * @param token who asks, empty for nobody
   * @throws IOException where it does not within some seconds
   */
  public static HttpResponse<String> at(URI address, Optional<Secret> token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LIMIT);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.text()));
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(LIMIT)
        .build()
        .send(request.build(), BoundedText.of(MOST_BYTES));
  }
}
