package edgeai.coordinator.dispatch;

import edgeai.common.error.InvalidInput;
import edgeai.common.wire.FrameAttempt;
import edgeai.common.wire.PieceLine;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.fleet.WorkerPieces;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.Reuse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Books what workers say of pieces: each line settles its frame, the end of a piece costs or clears
 * its worker, and what is still owed then goes back to the plan.
 */
final class PieceBooks {
  private final PieceLeases leases;
  private final Settlement settled;
  private final DispatchFigures figures;
  private final SpotChecks checks;
  private final Clock clock;

  PieceBooks(
      PieceLeases leases,
      Settlement settled,
      DispatchFigures figures,
      SpotChecks checks,
      Clock clock) {
    this.leases = leases;
    this.settled = settled;
    this.figures = figures;
    this.checks = checks;
    this.clock = clock;
  }

  /**
   * Gives frames to a worker; a hedge where another has one.
   *
   * @param begun told of each
   */
  void begin(List<Frame> frames, WorkerNode worker, Consumer<Attempt> begun) {
    figures.pieceBegun();
    long nowMs = InFlight.nowMs();
    Instant now = clock.instant();
    frames.forEach(frame -> begun.accept(frame.begin(worker, nowMs, now)));
  }

  /** A piece that was chosen cannot be begun: its frames are looked for one by one. */
  void unbegun(NextPiece.Choice choice, List<Attempt> begun, String reason) {
    PiecePlan plan = choice.plan();
    choice.worker().pieces().released();
    try {
      begun.forEach(attempt -> attempt.end(FrameAttempt.FAILED, reason, clock.instant()));
      plan.takeBack(choice.stretch().frames());
      plan.sendAlone(choice.stretch().frames());
    } finally {
      plan.ended();
    }
  }

  /**
   * The worker said what became of a frame.
   *
   * @throws InvalidInput of one that is not of the piece
   */
  void line(PieceLease lease, PieceLine line) {
    leases.heard(lease.worker());
    Attempt attempt = lease.attempt(line.frameId());
    if (attempt == null) {
      throw new InvalidInput("Frame %d is not of the piece.".formatted(line.frameId()));
    }
    if (line.isReused() && !isBelievable(lease, line)) {
      throw new InvalidInput(
          "Frame %d cannot take what was found in frame %d."
              .formatted(line.frameId(), line.reusedFrom()));
    }
    if (!line.isDone()) {
      spoilt(lease, attempt, line.error());
    } else if (attempt.end(FrameAttempt.COMPLETED, null, clock.instant())) {
      lease.didOne();
      if (line.isReused()) {
        lease.worker().reused();
      } else {
        lease.worker().did(line.processingTimeMs());
      }
      lease.plan().workers().line(lease.worker(), System.nanoTime());
      complete(lease, attempt, line);
    }
  }

  private static boolean isBelievable(PieceLease lease, PieceLine line) {
    return lease.plan().video().still().skip() && lease.has(line.reusedFrom());
  }

  private void spoilt(PieceLease lease, Attempt attempt, String reason) {
    if (attempt.end(FrameAttempt.DECLINED, reason, clock.instant())) {
      attempt.frame().spoiltBy(lease.worker());
      attempt.frame().undecodable();
      lease.owes(attempt.frame());
      lease.plan().cannotBeDone(lease.worker(), reason);
    }
  }

  private void complete(PieceLease lease, Attempt attempt, PieceLine line) {
    Frame frame = attempt.frame();
    String model = lease.worker().modelInLedger(lease.plan().source().model());
    if (!frame.settle()) {
      attempt.wasOvertaken();
      figures.wasOvertaken();
      return;
    }
    if (line.frameWidth() > 0) {
      frame.shows(
          new FramePicture(
              line.picture(),
              line.frameWidth(),
              line.frameHeight(),
              line.frameWidth(),
              line.frameHeight()));
    }
    if (line.isReused()) {
      frame.reuses(new Reuse(line.reusedFrom(), line.change()));
    }
    settled.completed(
        frame, lease.worker().id(), model, line.detections(), line.processingTimeMs());
    if (!line.isReused()) {
      checks.consider(lease.plan(), frame, lease.worker(), line.detections());
    }
  }

  /**
   * The coordinator failed over a line: the frame goes elsewhere, or alone once it did so twice.
   */
  void unbooked(PieceLease lease, PieceLine line, Throwable failure) {
    Attempt attempt = lease.attempt(line.frameId());
    if (attempt != null
        && attempt.end(FrameAttempt.FAILED, Settlement.sentence(failure), clock.instant())) {
      attempt.frame().spoiltBy(lease.worker());
      lease.owes(attempt.frame());
    }
  }

  /** The worker is done with the piece, or will not be: true for the first who says so. */
  boolean ended(PieceLease lease, WorkerAnswer answer) {
    if (!lease.end(answer.outcome(), answer.reason())) {
      return false;
    }
    List<Attempt> open = lease.open();
    boolean delivered = answer instanceof WorkerAnswer.Delivered;
    try {
      charge(lease, answer, open);
    } finally {
      giveBack(
          lease,
          open,
          delivered ? FrameAttempt.FAILED : answer.outcome(),
          delivered ? "left it out" : answer.reason(),
          spoils(lease.worker(), answer));
    }
    return true;
  }

  private static void charge(PieceLease lease, WorkerAnswer answer, List<Attempt> open) {
    Consumer<WorkerPieces> cost = WorkerPieces::released;
    try {
      cost = PieceCost.of(lease, answer, open);
    } finally {
      cost.accept(lease.worker().pieces());
    }
  }

  /** Whether the piece may be to blame. */
  private static boolean spoils(WorkerNode worker, WorkerAnswer answer) {
    return answer instanceof WorkerAnswer.Delivered
        || answer instanceof WorkerAnswer.Died
        || answer instanceof WorkerAnswer.Silent && worker.isProven()
        || answer instanceof WorkerAnswer.Declined declined && declined.costsWorker();
  }

  /** The piece is given up and costs the worker nothing. */
  boolean released(PieceLease lease, String outcome, String reason) {
    if (!lease.end(outcome, reason)) {
      return false;
    }
    try {
      lease.worker().pieces().released();
    } finally {
      giveBack(lease, lease.open(), outcome, reason, false);
    }
    return true;
  }

  /** There is no such piece, whatever the index says: its frames are looked for one by one. */
  void uncut(PieceLease lease, String reason) {
    released(lease, FrameAttempt.FAILED, reason);
    lease.plan().sendAlone(lease.stretch().frames());
  }

  /** The worker is gone, or silent, with the piece. */
  boolean gone(PieceLease lease, String reason) {
    if (!lease.end(FrameAttempt.GONE, reason)) {
      return false;
    }
    try {
      lease.worker().pieces().failed(reason);
    } finally {
      giveBack(lease, lease.open(), FrameAttempt.GONE, reason, lease.worker().isProven());
    }
    return true;
  }

  private void giveBack(
      PieceLease lease, List<Attempt> open, String outcome, String reason, boolean spoils) {
    leases.remove(lease);
    try {
      end(lease, open, outcome, reason, spoils);
    } catch (RuntimeException | Error e) {
      end(lease, open, outcome, reason, spoils); // or its job would wait for ever
      throw e;
    } finally {
      lease.plan().takeBack(lease.owed());
      lease.plan().ended();
    }
  }

  private void end(
      PieceLease lease, List<Attempt> open, String outcome, String reason, boolean spoils) {
    Instant now = clock.instant();
    for (Attempt attempt : open) {
      Frame frame = attempt.frame();
      boolean overtaken = frame.isSettled() && !frame.isCancelled();
      String how = overtaken ? FrameAttempt.OVERTAKEN : outcome;
      if (attempt.end(how, overtaken ? null : reason, now)) {
        if (spoils) {
          frame.spoiltBy(lease.worker());
        }
        lease.owes(frame);
      }
    }
  }

  /** Nobody can do this frame. */
  void fail(Frame frame, String reason) {
    if (frame.settle()) {
      settled.failed(frame, "", reason);
    }
  }
}
