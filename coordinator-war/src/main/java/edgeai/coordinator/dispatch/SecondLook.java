package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.common.wire.Detection;
import edgeai.coordinator.fleet.WorkerNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Has a frame done once more by the ways that frames and pieces go, beside the books of either: it
 * is no attempt, and nothing of it is stored.
 */
@ApplicationScoped
public class SecondLook {
  private static final String WHERE = "spot check";

  private final FrameTransport network;
  private final FrameTransport local;
  private final PieceExchange pieces;
  private final ExecutorService executor;
  private final Failures failures;

  @Inject
  SecondLook(
      HttpTransport network,
      LocalTransport local,
      PieceExchange pieces,
      @Named("pieces") ExecutorService executor,
      Failures failures) {
    this.network = network;
    this.local = local;
    this.pieces = pieces;
    this.executor = executor;
    this.failures = failures;
  }

  /** For the container's proxy. */
  SecondLook() {
    this(null, null, null, null, null);
  }

  /** Takes a place for it; false where there is none. */
  boolean leases(SpotCheck check, WorkerNode worker) {
    return check.isOfPiece() ? worker.pieces().tryLease() : worker.tryLease();
  }

  /** The place is free again, and nothing was learned of the worker. */
  void release(SpotCheck check, WorkerNode worker) {
    if (check.isOfPiece()) {
      worker.pieces().released();
    } else {
      worker.released();
    }
  }

  /**
   * Begins, and does not wait; whoever cancels it is told nothing, or that nothing comes.
   *
   * @param taker told what was found, or that nothing comes
   */
  Future<?> at(SpotCheck check, WorkerNode worker, Consumer<Optional<List<Detection>>> taker) {
    if (check.isOfPiece()) {
      return executor.submit(
          () -> failures.guard(WHERE, () -> taker.accept(found(ofPiece(check, worker)))));
    }
    CompletableFuture<WorkerAnswer> call =
        (worker.isLocal() ? local : network).send(check.frame(), worker);
    call.whenComplete(
        (answer, failure) -> failures.guard(WHERE, () -> taker.accept(found(answer))));
    return call;
  }

  /**
   * @param answer null for none
   */
  private static Optional<List<Detection>> found(WorkerAnswer answer) {
    return answer instanceof WorkerAnswer.Detected detected
        ? Optional.of(detected.detections())
        : Optional.empty();
  }

  private WorkerAnswer ofPiece(SpotCheck check, WorkerNode worker) {
    AtomicReference<WorkerAnswer> answer =
        new AtomicReference<>(new WorkerAnswer.Unserved("said nothing of the frame"));
    pieces.of(
        check.piece().at(worker),
        check.piece().piece(),
        line -> {
          if (line.isDone()) {
            answer.set(new WorkerAnswer.Detected(line.detections(), line.processingTimeMs()));
          }
        });
    return answer.get();
  }
}
