package edgeai.coordinator.dispatch;

import edgeai.common.error.InvalidInput;
import edgeai.common.wire.FrameAttempt;
import edgeai.common.wire.PieceLine;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.Reuse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Books what workers say of pieces: each line settles its frame, the end of a piece costs or clears
 * its worker, and what is still owed then goes back to the plan.
 */
final class PieceBooks {
  /** So many times more frames that cannot be done than that were, and the worker is to blame. */
  private static final int HARDLY_ANY = 4;

  private final PieceLeases leases;
  private final SettledFrames settled;
  private final DispatchFigures figures;
  private final SpotChecks checks;
  private final Clock clock;

  PieceBooks(
      PieceLeases leases,
      SettledFrames settled,
      DispatchFigures figures,
      SpotChecks checks,
      Clock clock) {
    this.leases = leases;
    this.settled = settled;
    this.figures = figures;
    this.checks = checks;
    this.clock = clock;
  }

  /** Gives frames to a worker; a hedge where another has one. */
  List<Attempt> begin(List<Frame> frames, WorkerNode worker) {
    figures.pieceBegun();
    long nowMs = InFlight.nowMs();
    Instant now = clock.instant();
    return frames.stream().map(frame -> frame.begin(worker, nowMs, now)).toList();
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
    if (!frame.settle()) {
      attempt.wasOvertaken();
      figures.wasOvertaken();
      return;
    }
    try {
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
          frame,
          lease.worker().id(),
          lease.worker().modelInLedger(lease.plan().source().model()),
          line.detections(),
          line.processingTimeMs());
    } catch (RuntimeException | Error e) {
      // it is settled already: nobody else would store what became of it
      figures.failed();
      settled.failed(frame, lease.worker().id(), Conclusion.sentence(e));
      throw e;
    }
    if (!line.isReused()) {
      checks.consider(lease.plan(), frame, lease.worker(), line.detections());
    }
  }

  /** The worker is done with the piece, or will not be: true for the first who says so. */
  boolean ended(PieceLease lease, WorkerAnswer answer) {
    if (!lease.end()) {
      return false;
    }
    List<Attempt> open = lease.open();
    charge(lease, answer, open);
    String reason = answer instanceof WorkerAnswer.Delivered ? "left it out" : answer.reason();
    String outcome =
        answer instanceof WorkerAnswer.Delivered ? FrameAttempt.FAILED : answer.outcome();
    giveBack(lease, open, outcome, reason, spoils(lease.worker(), answer));
    return true;
  }

  private static void charge(PieceLease lease, WorkerAnswer answer, List<Attempt> open) {
    WorkerNode worker = lease.worker();
    if (answer instanceof WorkerAnswer.Delivered) {
      if (!open.isEmpty()) {
        worker.pieces().failed("left %d frames of a piece out".formatted(open.size()));
      } else if (lease.done() == 0) {
        worker.pieces().failed("did no frame of a piece");
      } else if (lease.done() * HARDLY_ANY < lease.owed().size()) {
        worker.pieces().failed("could do hardly any frame of a piece");
      } else {
        worker.pieces().succeeded();
      }
    } else if (answer instanceof WorkerAnswer.Full) {
      worker.pieces().refused();
      open.forEach(Attempt::wasTurnedAway);
    } else if (answer instanceof WorkerAnswer.Lacking
        && worker.lacks(lease.plan().source().model())) {
      worker.pieces().released();
      open.forEach(Attempt::wasTurnedAway);
    } else if (answer instanceof WorkerAnswer.Implausible) {
      worker.pieces().implausible(answer.reason());
    } else if (answer instanceof WorkerAnswer.Declined declined && !declined.costsWorker()) {
      worker.pieces().declined();
      lease.plan().refusedBy(worker);
    } else {
      worker.pieces().failed(answer.reason());
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
    if (!lease.end()) {
      return false;
    }
    lease.worker().pieces().released();
    giveBack(lease, lease.open(), outcome, reason, false);
    return true;
  }

  /** There is no such piece, whatever the index says: its frames are looked for one by one. */
  void uncut(PieceLease lease, String reason) {
    released(lease, FrameAttempt.FAILED, reason);
    lease.plan().sendAlone(lease.stretch().frames());
  }

  /** The worker is gone, or silent, with the piece. */
  boolean gone(PieceLease lease, String reason) {
    if (!lease.end()) {
      return false;
    }
    lease.worker().pieces().failed(reason);
    giveBack(lease, lease.open(), FrameAttempt.GONE, reason, lease.worker().isProven());
    return true;
  }

  private void giveBack(
      PieceLease lease, List<Attempt> open, String outcome, String reason, boolean spoils) {
    leases.remove(lease);
    List<Frame> owed = new ArrayList<>(lease.owed());
    for (Attempt attempt : open) {
      Frame frame = attempt.frame();
      boolean overtaken = frame.isSettled() && !frame.isCancelled();
      String how = overtaken ? FrameAttempt.OVERTAKEN : outcome;
      if (attempt.end(how, overtaken ? null : reason, clock.instant())) {
        if (spoils) {
          frame.spoiltBy(lease.worker());
        }
        owed.add(frame);
      }
    }
    lease.plan().takeBack(owed);
    lease.plan().ended();
  }

  /** Nobody can do this frame. */
  void fail(Frame frame, String reason) {
    if (frame.settle()) {
      figures.failed();
      settled.failed(frame, "", reason);
    }
  }
}
