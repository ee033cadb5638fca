package edgeai.cli.shelf;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.console.Progress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a model's file over https and nothing else, also where it is led on. An address may have
 * a secret in it: only its host is shown.
 */
public final class ModelDownload {
  /** More than an ONNX file can be. */
  private static final long MOST_BYTES = 2L << 30;

  private static final Duration CONNECTING_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final int LOOK_MS = 200;
  private static final int OK = 200;

  private final HttpClient client;
  private final Console console;
  private final long mostBytes;
  private volatile long expected = -1;

  public ModelDownload(Console console) {
    this(
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECTING_LIMIT)
            .build(),
        console,
        MOST_BYTES);
  }

  ModelDownload(HttpClient client, Console console, long mostBytes) {
    this.client = client;
    this.console = console;
    this.mostBytes = mostBytes;
  }

  /**
   * Writes what is at an address into a file.
   *
   * @throws CommandRefusal where it cannot be had
   */
  public void fetch(URI address, Path into) throws InterruptedException {
    String shown = "https://%s/...".formatted(address.getHost());
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
    } catch (IllegalArgumentException e) {
      throw new CommandRefusal(shown + " is no address that a file can be fetched from", e);
    }
    CompletableFuture<HttpResponse<Path>> going =
        client.sendAsync(request, head -> taken(head, into));
    try {
      requireFile(await(going, into, shown), shown);
    } catch (ExecutionException e) {
      throw new CommandRefusal("%s cannot be had: %s".formatted(shown, reason(e)), e);
    } finally {
      going.cancel(true);
    }
  }

  /** Only what can be the file is written down. */
  private BodySubscriber<Path> taken(HttpResponse.ResponseInfo head, Path into) {
    expected = head.headers().firstValueAsLong("Content-Length").orElse(-1);
    return head.statusCode() == OK && expected <= mostBytes
        ? BodySubscribers.ofFile(into)
        : BodySubscribers.replacing(into);
  }

  private HttpResponse<Path> await(
      CompletableFuture<HttpResponse<Path>> going, Path into, String shown)
      throws InterruptedException, ExecutionException {
    Progress progress = new Progress(console, "model", "fetched", BETWEEN_LINES);
    long size = 0;
    long grown = System.nanoTime();
    try {
      while (true) {
        try {
          return going.get(LOOK_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          long now = into.toFile().length();
          grown = now > size ? System.nanoTime() : grown;
          size = now;
        }
        requireRoom(Math.max(size, expected), shown);
        if (System.nanoTime() - grown > SILENCE_LIMIT.plus(ANSWER_LIMIT).toNanos()) {
          throw new CommandRefusal(
              "%s has sent nothing for a while: try again, or fetch the file by other means"
                  .formatted(shown));
        }
        progress.show(expected > 0 ? 100.0 * size / expected : 0, megabytes(size));
      }
    } finally {
      progress.end();
    }
  }

  private void requireFile(HttpResponse<Path> answer, String shown) {
    int status = answer.statusCode();
    if (status / 100 == 3) {
      throw new CommandRefusal(shown + " leads on to where https does not reach");
    }
    if (status != OK) {
      throw new CommandRefusal(
          "%s answered %d: is the address right, and open to everybody?".formatted(shown, status));
    }
    if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      throw new CommandRefusal(
          shown + " gives a page, not a file: take the address behind its download button");
    }
    requireRoom(Math.max(answer.body().toFile().length(), expected), shown);
  }

  private void requireRoom(long bytes, String shown) {
    if (bytes > mostBytes) {
      throw new CommandRefusal(
          "%s gives more than %s, which is no model".formatted(shown, megabytes(mostBytes)));
    }
  }

  private static String megabytes(long bytes) {
    return "%,.0f MB".formatted(bytes / 1e6);
  }

  /** Causes that say nothing of themselves are told by their kind. */
  private static String reason(ExecutionException failed) {
    Throwable cause = failed.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
