package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.common.piece.Piece;
import edgeai.common.piece.WantedFrame;
import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Attention;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Cuts the pieces that were chosen and brings them to their workers; each has a thread while it is
 * there.
 */
final class PieceCalls {
  private final PieceExchange exchange;
  private final PieceLeases leases;
  private final PieceBooks books;
  private final Attention attention;
  private final ExecutorService executor;
  private final Failures failures;
  private final Bell bell;

  /**
   * @param bell rung where a piece has ended
   */
  PieceCalls(
      PieceExchange exchange,
      PieceLeases leases,
      PieceBooks books,
      Attention attention,
      ExecutorService executor,
      Failures failures,
      Bell bell) {
    this.exchange = exchange;
    this.leases = leases;
    this.books = books;
    this.attention = attention;
    this.executor = executor;
    this.failures = failures;
    this.bell = bell;
  }

  /**
   * Begins a call, which ends by itself.
   *
   * @param framesPerSecond of all workers of the plan together, 0 where not known
   */
  void begin(NextPiece.Choice choice, double framesPerSecond) {
    PiecePlan plan = choice.plan();
    WorkerNode worker = choice.worker();
    if (leases.at(worker).isEmpty()) {
      plan.workers().beginsAfterPause(worker);
    }
    List<Attempt> attempts = books.begin(choice.stretch().frames(), worker);
    PictureChoice pictures = PictureChoice.of(attention.isPaid(), framesPerSecond);
    List<WantedFrame> wanted = plan.wanted(choice.stretch(), pictures);
    PieceLease lease = new PieceLease(plan, worker, choice.stretch(), wanted, attempts);
    leases.add(lease);
    try {
      lease.calls(executor.submit(() -> failures.guard("piece", () -> perform(lease))));
    } catch (RuntimeException | Error e) {
      books.released(lease, FrameAttempt.FAILED, "there was no thread for the call");
      throw e;
    }
  }

  private void perform(PieceLease lease) {
    try {
      Piece piece = lease.cut();
      books.ended(lease, exchange.of(lease, piece, line -> books.line(lease, line)));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      // the file is at fault: by frames it is seen what can be read of it
      books.uncut(lease, "the piece could not be cut: " + e.getMessage());
    }
    bell.ring();
  }
}
