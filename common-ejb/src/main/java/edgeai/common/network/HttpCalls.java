package edgeai.common.network;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Calls by an HTTP client that is replaced now and then. The JDK's client (seen with 25) keeps a
 * connection open for as long as it lives itself where it cannot read the head of an answer, say
 * because of its status line or its size: whoever answers so could take all files of the process.
 */
public final class HttpCalls {
  /** Connections that one client may keep so. */
  static final int MOST_KEPT = 16;

  private static final int DEPTH = 8;

  private final Supplier<HttpClient> maker;
  private HttpClient client;
  private HttpClient former;
  private int kept;

  /**
   * @param maker of clients that are all alike
   */
  public HttpCalls(Supplier<HttpClient> maker) {
    this.maker = maker;
    this.client = maker.get();
  }

  /** As {@link HttpClient#send}. */
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    try {
      return client().send(request, handler);
    } catch (IOException | RuntimeException e) {
      failed(e);
      throw e;
    }
  }

  /** As {@link HttpClient#sendAsync}. */
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    CompletableFuture<HttpResponse<T>> call = client().sendAsync(request, handler);
    call.whenComplete((answer, failure) -> failed(failure));
    return call;
  }

  /** The client of the moment; what fails with it is to be told. */
  public synchronized HttpClient client() {
    return client;
  }

  /**
   * Counts what a call failed of. A client that has kept too much is asked to end once another has
   * taken its place and kept too much itself: by then nobody is about to call by it, and calls that
   * go on are waited for.
   *
   * @param failure null for none
   */
  public void failed(Throwable failure) {
    if (isOfTheHead(failure)) {
      keptOneMore();
    }
  }

  private synchronized void keptOneMore() {
    kept++;
    if (kept < MOST_KEPT) {
      return;
    }
    kept = 0;
    if (former != null) {
      former.shutdown();
    }
    former = client;
    client = maker.get();
  }

  /** Numbers in it that are none are told as arguments. */
  private static boolean isOfTheHead(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (cause instanceof ProtocolException || cause instanceof IllegalArgumentException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
