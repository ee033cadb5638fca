package edgeai.coordinator.dispatch;

import edgeai.common.network.AnswerTooLargeException;
import edgeai.common.network.Authority;
import edgeai.common.network.BoundedAnswer;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * Sends one frame to one worker over HTTP, under MicroProfile Fault Tolerance. The circuit is not
 * here: its annotation keeps one state for all workers, see {@code fleet.Circuit}.
 */
@ApplicationScoped
public class WorkerClient {
  /** Calls at the same time, all workers together. */
  public static final int CALLS = 256;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final ExecutorService executor;

  private HttpClient http;

  @Inject
  public WorkerClient(@Named("http") ExecutorService executor) {
    this.executor = executor;
  }

  /** For the container's proxy. */
  WorkerClient() {
    this(null);
  }

  @PostConstruct
  void open() {
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(executor)
            .build();
  }

  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS)
  @Retry(maxRetries = 1, delay = 0, jitter = 0, retryOn = RequestNotSentException.class)
  public HttpResponse<byte[]> send(Frame frame, WorkerNode worker) throws InterruptedException {
    return exchange(frame, worker);
  }

  /** The first frame of a worker, which may have to load its model: 60 s and some grace. */
  @Timeout(value = 75, unit = ChronoUnit.SECONDS)
  @Bulkhead(CALLS)
  @Retry(maxRetries = 1, delay = 0, jitter = 0, retryOn = RequestNotSentException.class)
  public HttpResponse<byte[]> sendFirst(Frame frame, WorkerNode worker)
      throws InterruptedException {
    return exchange(frame, worker);
  }

  private HttpResponse<byte[]> exchange(Frame frame, WorkerNode worker)
      throws InterruptedException {
    HttpRequest request =
        FrameRequest.of(
            frame,
            address(worker),
            worker.registration().acceptsJpeg(),
            worker.registration().modelSha256());
    try {
      return http.send(
          request, BoundedAnswer.of(BodyHandlers.ofByteArray(), AnswerReader.MAX_BYTES));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new RequestNotSentException(e);
    } catch (IOException e) {
      if (AnswerTooLargeException.isWhy(e)) {
        throw new UnbelievableAnswerException(e.getMessage());
      }
      throw new ConnectionBrokenException(e);
    }
  }

  private static URI address(WorkerNode worker) {
    WorkerRegistration there = worker.registration();
    return URI.create("http://" + Authority.of(there.ipAddress(), there.port()) + "/process-frame");
  }
}
