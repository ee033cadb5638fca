package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks the worker of an attempt for its frame and gives the answer as it is to be taken. */
@ApplicationScoped
public class Exchange {
  private static final Logger LOG = Logger.getLogger(Exchange.class.getName());

  private final FrameTransport network;
  private final FrameTransport local;

  @Inject
  Exchange(HttpTransport network, LocalTransport local) {
    this.network = network;
    this.local = local;
  }

  Exchange() {
    this(null, null);
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
            taker.accept(failure == null ? believed(attempt, answer) : unforeseen(failure));
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

  private static WorkerAnswer believed(Attempt attempt, WorkerAnswer answer) {
    if (answer instanceof WorkerAnswer.Delivered && !attempt.frame().isSettled()) {
      return new WorkerAnswer.Undelivered();
    }
    return answer instanceof WorkerAnswer.Detected && attempt.worker().isQuarantined()
        ? new WorkerAnswer.Unserved("is quarantined")
        : answer;
  }

  /** An Error too, such as a library that cannot be loaded: the frame must not be forgotten. */
  private static WorkerAnswer unforeseen(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    LOG.log(Level.SEVERE, "sending a frame failed unforeseen", cause);
    return new WorkerAnswer.Unserved("cannot do frames: " + cause);
  }
}
