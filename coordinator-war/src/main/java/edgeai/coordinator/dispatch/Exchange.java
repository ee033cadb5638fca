package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.common.network.CallFailure;
import edgeai.coordinator.frame.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Asks the worker of an attempt for its frame and gives the answer as it is to be taken. */
@ApplicationScoped
public class Exchange {
  private static final String WHERE = "frame at a worker";

  private final FrameTransport network;
  private final FrameTransport local;
  private final Failures failures;

  @Inject
  Exchange(HttpTransport network, LocalTransport local, Failures failures) {
    this((FrameTransport) network, local, failures);
  }

  /** For a test whose workers are no servers. */
  Exchange(FrameTransport network, FrameTransport local, Failures failures) {
    this.network = network;
    this.local = local;
    this.failures = failures;
  }

  Exchange() {
    this((FrameTransport) null, null, null);
  }

  /**
   * Begins, and does not wait. A call that is cancelled has no answer: whoever ends it says what
   * that means.
   *
   * @param taker told once, on the thread that read the answer
   * @throws RejectedExecutionException where there is no thread to begin on
   */
  void of(Attempt attempt, Consumer<WorkerAnswer> taker) {
    CompletableFuture<WorkerAnswer> call = begin(attempt);
    attempt.calls(call);
    call.whenComplete(
        (answer, failure) -> {
          if (!call.isCancelled()) {
            taker.accept(answer(attempt, answer, failure));
          }
        });
  }

  private CompletableFuture<WorkerAnswer> begin(Attempt attempt) {
    try {
      FrameTransport transport = attempt.worker().isLocal() ? local : network;
      return transport.send(attempt.frame(), attempt.worker());
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      // of threads: no fault of the worker
      throw e;
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Whatever is thrown: a future would keep it to itself. */
  private WorkerAnswer answer(Attempt attempt, WorkerAnswer answer, Throwable failure) {
    try {
      return failure == null
          ? believed(attempt, Objects.requireNonNull(answer, "no answer"))
          : unforeseen(failure);
    } catch (RuntimeException | Error e) {
      return unforeseen(e);
    }
  }

  private static WorkerAnswer believed(Attempt attempt, WorkerAnswer answer) {
    if (answer instanceof WorkerAnswer.Delivered && !attempt.frame().isSettled()) {
      return new WorkerAnswer.Undelivered();
    }
    return answer instanceof WorkerAnswer.Detected && attempt.worker().isQuarantined()
        ? new WorkerAnswer.Unserved("is quarantined")
        : answer;
  }

  /** An Error too, such as a library that cannot be loaded: the frame must not be forgotten. */
  private WorkerAnswer unforeseen(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    failures.note(WHERE, cause);
    return new WorkerAnswer.Unserved("cannot do frames: " + CallFailure.words(cause));
  }
}
