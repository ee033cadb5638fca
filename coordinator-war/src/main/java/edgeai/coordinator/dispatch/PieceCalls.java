package edgeai.coordinator.dispatch;

import edgeai.common.error.Refusal;
import edgeai.common.guard.Failures;
import edgeai.common.log.LogContext;
import edgeai.common.network.CallFailure;
import edgeai.common.piece.Piece;
import edgeai.common.piece.WantedFrame;
import edgeai.common.wire.FrameAttempt;
import edgeai.common.wire.PieceLine;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Attention;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Cuts the pieces that were chosen and brings them to their workers; each has a thread while it is
 * there.
 */
final class PieceCalls {
  private static final String WHERE = "piece";

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
    List<Attempt> attempts = new ArrayList<>();
    PieceLease lease;
    try {
      lease = lease(choice, framesPerSecond, attempts);
    } catch (RuntimeException | Error e) {
      books.unbegun(choice, attempts, "the piece could not be begun: " + CallFailure.words(e));
      throw e;
    }
    call(lease);
  }

  private PieceLease lease(
      NextPiece.Choice choice, double framesPerSecond, List<Attempt> attempts) {
    PiecePlan plan = choice.plan();
    WorkerNode worker = choice.worker();
    if (leases.at(worker).isEmpty()) {
      plan.workers().beginsAfterPause(worker);
    }
    PictureChoice pictures = PictureChoice.of(attention.isPaid(), framesPerSecond);
    List<WantedFrame> wanted = plan.wanted(choice.stretch(), pictures);
    books.begin(choice.stretch().frames(), worker, attempts::add);
    PieceLease lease = new PieceLease(plan, worker, choice.stretch(), wanted, attempts);
    leases.add(lease);
    return lease;
  }

  private void call(PieceLease lease) {
    try {
      lease.calls(executor.submit(() -> LogContext.run(lease.subject(), () -> perform(lease))));
    } catch (RuntimeException | Error e) {
      books.released(lease, FrameAttempt.FAILED, "there was no thread for the call");
      throw e;
    }
  }

  /** Whatever is thrown, the piece ends: nobody else would hear of it. */
  private void perform(PieceLease lease) {
    try {
      cutAndSend(lease);
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      books.released(lease, FrameAttempt.FAILED, Settlement.sentence(e));
    } finally {
      bell.ring();
    }
  }

  private void cutAndSend(PieceLease lease) {
    Piece piece;
    try {
      piece = lease.cut();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      // the file is at fault: by frames it is seen what can be read of it
      books.uncut(lease, "the piece could not be cut: " + e.getMessage());
      return;
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      books.uncut(lease, "the piece could not be cut: " + CallFailure.words(e));
      return;
    }
    books.ended(lease, exchange.of(lease, piece, line -> book(lease, line)));
  }

  /** What fails here is no fault of the worker, whose piece goes on. */
  private void book(PieceLease lease, PieceLine line) {
    try {
      books.line(lease, line);
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      books.unbooked(lease, line, e);
    }
  }
}
