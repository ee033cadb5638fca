package edgeai.coordinator.dispatch;

import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.WorkerNode;
import java.time.Duration;
import java.util.List;

/**
 * Gives pieces up that nobody needs any more, or whose workers say nothing: not how long a piece
 * takes is judged, but how long no line of any of a worker's pieces came.
 */
final class PieceWatch {
  private final PieceLeases leases;
  private final PieceBooks books;
  private final Duration patience;

  /**
   * @param patience how long a worker may take over a frame, once its model is loaded
   */
  PieceWatch(PieceLeases leases, PieceBooks books, Duration patience) {
    this.leases = leases;
    this.books = books;
    this.patience = patience;
  }

  /** True where something was given up. */
  boolean look() {
    boolean any = false;
    for (PieceLease lease : List.copyOf(leases.all())) {
      if (givesUp(lease)) {
        lease.interrupt();
        any = true;
      }
    }
    return any;
  }

  private boolean givesUp(PieceLease lease) {
    WorkerNode worker = lease.worker();
    long silent = leases.silentNanos(worker);
    Duration limit = worker.hasAnswered() ? patience : patience.plus(FrameWatch.GRACE);
    if (silent > limit.toNanos()) {
      return books.ended(lease, new WorkerAnswer.Silent("did not answer in time"));
    }
    if (!lease.isOvertaken()) {
      return false;
    }
    // others did its frames, or the job is cancelled
    return leases.isLost(lease)
        ? books.ended(lease, new WorkerAnswer.Silent("said nothing while others did its frames"))
        : books.released(lease, FrameAttempt.OVERTAKEN, null);
  }
}
