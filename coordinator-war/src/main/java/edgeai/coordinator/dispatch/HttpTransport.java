package edgeai.coordinator.dispatch;

import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.network.AnswerTooLargeException;
import edgeai.common.network.BoundedAnswer;
import edgeai.common.network.CallFailure;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * A worker on the network. No thread waits for its answer: whichever of the HTTP client's reads the
 * last of it also takes it in. How many calls are out is not bounded here, see {@link InFlight},
 * nor how long, see {@link FrameWatch}; the circuit is {@code fleet.Circuit}.
 */
@ApplicationScoped
public class HttpTransport implements FrameTransport {
  private final WorkerConnections connections;

  @Inject
  public HttpTransport(WorkerConnections connections) {
    this.connections = connections;
  }

  /** For the container's proxy. */
  HttpTransport() {
    this(null);
  }

  @Override
  public CompletableFuture<WorkerAnswer> send(Frame frame, WorkerNode worker) {
    CompletableFuture<WorkerAnswer> answer = new CompletableFuture<>();
    if (worker.registration().acceptsJpeg()) {
      call(frame, worker, answer);
    } else {
      // base64 takes its time, and whoever sends has others to send
      LogSubject subject = LogContext.current();
      connections
          .threads()
          .execute(() -> LogContext.run(subject, () -> callUnlessCancelled(frame, worker, answer)));
    }
    return answer;
  }

  private void callUnlessCancelled(
      Frame frame, WorkerNode worker, CompletableFuture<WorkerAnswer> answer) {
    if (answer.isDone()) {
      return;
    }
    try {
      call(frame, worker, answer);
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  private void call(Frame frame, WorkerNode worker, CompletableFuture<WorkerAnswer> answer) {
    HttpRequest request =
        FrameRequest.of(frame, WorkerConnections.address(worker, "/process-frame"), worker);
    CompletableFuture<?> call =
        connections.http().sendAsync(request, head -> reading(frame, head, answer));
    call.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            onOwnThread(() -> fail(answer, failure));
          }
        });
    answer.whenComplete(
        (taken, failure) -> {
          if (answer.isCancelled()) {
            call.cancel(true);
          }
        });
  }

  /** On a thread of the container, which this one is not; on this one where there is none. */
  private void onOwnThread(Runnable step) {
    try {
      connections.threads().execute(step);
    } catch (RejectedExecutionException e) {
      step.run();
    }
  }

  /** Ends with the answer's last byte, two threads earlier than the call itself. */
  private static BodySubscriber<byte[]> reading(
      Frame frame, ResponseInfo head, CompletableFuture<WorkerAnswer> answer) {
    BodySubscriber<byte[]> body =
        BoundedAnswer.of(BodyHandlers.ofByteArray(), AnswerReader.MAX_BYTES).apply(head);
    body.getBody()
        .thenApply(bytes -> AnswerReader.read(frame, head.statusCode(), bytes))
        .whenComplete(
            (read, failure) -> {
              if (failure == null) {
                answer.complete(read);
              } else {
                fail(answer, failure);
              }
            });
    return body;
  }

  /** An error that is not the network's stays what it is. */
  private static void fail(CompletableFuture<WorkerAnswer> answer, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      answer.complete(new WorkerAnswer.Unserved("cannot be reached: " + CallFailure.words(cause)));
    } else if (AnswerTooLargeException.isWhy(cause)) {
      answer.complete(new WorkerAnswer.Implausible(tooLarge()));
    } else if (cause instanceof IOException) {
      answer.complete(new WorkerAnswer.Died("did not answer: " + CallFailure.words(cause)));
    } else {
      answer.completeExceptionally(cause);
    }
  }

  private static String tooLarge() {
    return "answered more than the %d bytes allowed".formatted(AnswerReader.MAX_BYTES);
  }
}
