package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.fleet.WorkerPieces;
import edgeai.coordinator.frame.Attempt;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the end of a piece costs its worker, or does not. Each of them gives the worker's place
 * back, so that none is lost where something is thrown before it is known which.
 */
final class PieceCost {
  /** So many times more frames that cannot be done than that were, and the worker is to blame. */
  private static final int HARDLY_ANY = 4;

  private PieceCost() {}

  /**
   * By a worker's last word.
   *
   * @param open the frames that it has not answered about
   */
  static Consumer<WorkerPieces> of(PieceLease lease, WorkerAnswer answer, List<Attempt> open) {
    WorkerNode worker = lease.worker();
    String reason = answer.reason();
    return switch (answer) {
      case WorkerAnswer.Delivered done -> delivered(lease, open.size());
      case WorkerAnswer.Full full -> turnedAway(WorkerPieces::refused, open);
      case WorkerAnswer.Lacking lacking when worker.lacks(lease.plan().source().model()) ->
          turnedAway(WorkerPieces::released, open);
      case WorkerAnswer.Implausible implausible -> pieces -> pieces.implausible(reason);
      case WorkerAnswer.Declined declined when !declined.costsWorker() ->
          pieces -> {
            pieces.declined();
            lease.plan().refusedBy(worker);
          };
      default -> pieces -> pieces.failed(reason);
    };
  }

  private static Consumer<WorkerPieces> delivered(PieceLease lease, int leftOut) {
    if (leftOut > 0) {
      return pieces -> pieces.failed("left %d frames of a piece out".formatted(leftOut));
    }
    if (lease.done() == 0) {
      return pieces -> pieces.failed("did no frame of a piece");
    }
    return lease.done() * HARDLY_ANY < lease.owed().size()
        ? pieces -> pieces.failed("could do hardly any frame of a piece")
        : WorkerPieces::succeeded;
  }

  private static Consumer<WorkerPieces> turnedAway(
      Consumer<WorkerPieces> cost, List<Attempt> open) {
    return pieces -> {
      cost.accept(pieces);
      open.forEach(Attempt::wasTurnedAway);
    };
  }
}
