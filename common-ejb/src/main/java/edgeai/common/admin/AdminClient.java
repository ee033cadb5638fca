package edgeai.common.admin;

import edgeai.common.door.SentBearer;
import edgeai.common.log.LogContext;
import edgeai.common.network.BoundedAnswer;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.network.HttpCalls;
import edgeai.common.settings.ServerTls;
import edgeai.common.wire.TraceParent;
import jakarta.annotation.PostConstruct;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The admin server over HTTP, under MicroProfile Fault Tolerance. */
@ApplicationScoped
public class AdminClient {
  private static final Logger LOG = Logger.getLogger(AdminClient.class.getName());
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** What is taken of an answer that is read, and of one that is not. */
  private static final long MAX_BYTES = 4 << 20;

  private static final long MAX_UNREAD_BYTES = 1 << 20;

  private final SentBearer bearer;
  private final ConfiguredCalls calls;
  private HttpCalls http;

  @Inject
  public AdminClient(SentBearer bearer, ConfiguredCalls calls) {
    this.bearer = bearer;
    this.calls = calls;
  }

  /** For the container's proxy. */
  protected AdminClient() {
    this(null, null);
  }

  @PostConstruct
  void open() {
    http =
        new HttpCalls(
            () ->
                HttpClient.newBuilder()
                    .sslContext(ServerTls.clients())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build());
  }

  /**
   * @throws IOException where the admin server cannot be reached, or answers more than is taken
   */
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  @Bulkhead(8)
  public HttpResponse<String> get(URI admin, String path) throws IOException, InterruptedException {
    return http.send(
        request(admin, path).build(), BoundedAnswer.of(BodyHandlers.ofString(), MAX_BYTES));
  }

  /**
   * Posts once more where the first try fails; after several failures in a row it answers {@link
   * CallOutcome#AWAY} at once for a while. The caller's store keeps what was not taken.
   *
   * @throws IOException never: a failure is {@link CallOutcome#AWAY}
   */
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 1, delay = 200, jitter = 150, abortOn = InterruptedException.class)
  @CircuitBreaker(
      requestVolumeThreshold = 6,
      failureRatio = 0.75,
      delay = 5_000,
      skipOn = InterruptedException.class)
  @Fallback(fallbackMethod = "away", skipOn = InterruptedException.class)
  public CallOutcome post(URI admin, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(admin, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    int status =
        http.send(request, BoundedAnswer.of(BodyHandlers.discarding(), MAX_UNREAD_BYTES))
            .statusCode();
    CallOutcome outcome = meaning(status);
    if (outcome == CallOutcome.AWAY) {
      throw new IOException("%s answered %d".formatted(path, status));
    }
    if (outcome == CallOutcome.REFUSED) {
      LOG.log(
          Level.WARNING,
          "the admin server refused {0} with {1}; it is not sent again",
          new Object[] {path, status});
    }
    return outcome;
  }

  /** Called by the container in place of a call that failed. */
  CallOutcome away(URI admin, String path, String json) {
    LOG.log(Level.FINE, "{0} has not taken {1}", new Object[] {admin, path});
    return CallOutcome.AWAY;
  }

  static CallOutcome meaning(int status) {
    if (status >= 200 && status < 300) {
      return CallOutcome.TAKEN;
    }
    if (status == 404) {
      return CallOutcome.UNKNOWN;
    }
    boolean unknownHere = status == 401 || status == 403;
    boolean later = status < 400 || status >= 500 || status == 408 || status == 429;
    return unknownHere || later ? CallOutcome.AWAY : CallOutcome.REFUSED;
  }

  private HttpRequest.Builder request(URI admin, String path) throws IOException {
    calls.require(admin);
    HttpRequest.Builder request = bearer.signed(HttpRequest.newBuilder(URI.create(admin + path)));
    TraceParent trace = LogContext.current().trace();
    return trace == null ? request : request.header(TraceParent.HEADER, trace.written());
  }
}
