package edgeai.coordinator.dispatch;

import edgeai.common.log.LogSubject;
import edgeai.common.piece.Piece;
import edgeai.common.piece.WantedFrame;
import edgeai.common.trace.TraceStep;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** A piece that is at a worker: an attempt for each of its frames. It ends once. Thread-safe. */
final class PieceLease {
  private final PiecePlan plan;
  private final WorkerNode worker;
  private final Stretch stretch;
  private final TraceStep step;
  private final List<WantedFrame> wanted;
  private final List<Attempt> attempts;
  private final Map<Long, Attempt> byFrame = new HashMap<>();
  private final List<Frame> owed = new ArrayList<>();
  private int done;

  /** Before this one all attempts have ended: workers answer in order, more or less. */
  private int ended;

  private boolean over;
  private Future<?> call;

  /**
   * @param wanted the frames, and of which of them the pictures are wanted
   * @param attempts of each of the frames
   */
  PieceLease(
      PiecePlan plan,
      WorkerNode worker,
      Stretch stretch,
      List<WantedFrame> wanted,
      List<Attempt> attempts) {
    this.plan = plan;
    this.worker = worker;
    this.stretch = stretch;
    this.step =
        plan.source().trace().atWorker("piece", worker.id()).with("edge.frames", attempts.size());
    this.wanted = wanted;
    this.attempts = List.copyOf(attempts);
    attempts.forEach(attempt -> byFrame.put(attempt.frame().id(), attempt));
  }

  PiecePlan plan() {
    return plan;
  }

  String jobId() {
    return plan.source().jobId();
  }

  /** What lines of the log about it name. */
  LogSubject subject() {
    return plan.source().subject().withWorker(worker.id()).within(step.trace());
  }

  WorkerNode worker() {
    return worker;
  }

  Stretch stretch() {
    return stretch;
  }

  List<WantedFrame> wanted() {
    return wanted;
  }

  /**
   * The piece itself.
   *
   * @throws java.io.UncheckedIOException where the file or its index cannot be read
   */
  Piece cut() {
    return plan.video()
        .cutter()
        .cut(
            stretch.firstSegment(),
            stretch.lastSegment(),
            wanted,
            plan.source().rules().confidence().orElse(Double.NaN));
  }

  /** Null for a frame that is not of this piece. */
  Attempt attempt(long frameId) {
    return byFrame.get(frameId);
  }

  /** Whether a frame is of this piece, done by others or not. */
  boolean has(long frameId) {
    return byFrame.containsKey(frameId)
        || wanted.stream().anyMatch(frame -> frame.id() == frameId && frame.role().known());
  }

  /** Those of its frames that this worker has not answered about. */
  List<Attempt> open() {
    return notEnded().stream().filter(attempt -> !attempt.hasEnded()).toList();
  }

  private synchronized List<Attempt> notEnded() {
    while (ended < attempts.size() && attempts.get(ended).hasEnded()) {
      ended++;
    }
    return attempts.subList(ended, attempts.size());
  }

  /** Those that nobody has answered about. */
  List<Frame> unsettled() {
    return open().stream().map(Attempt::frame).filter(frame -> !frame.isSettled()).toList();
  }

  /** Whether others answered about all that this worker has not, of which there is some. */
  boolean isOvertaken() {
    boolean any = false;
    for (Attempt attempt : notEnded()) {
      if (!attempt.hasEnded()) {
        if (!attempt.frame().isSettled()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** The worker cannot do a frame of it, which goes elsewhere with what else is left at the end. */
  synchronized void owes(Frame frame) {
    owed.add(frame);
  }

  synchronized List<Frame> owed() {
    return List.copyOf(owed);
  }

  /** The worker did a frame of it. */
  synchronized void didOne() {
    done++;
  }

  /** Frames of it that the worker did. */
  synchronized int done() {
    return done;
  }

  synchronized void calls(Future<?> running) {
    call = running;
    if (over) {
      running.cancel(true);
    }
  }

  /**
   * True for the first caller only: what its end means is now this caller's to say.
   *
   * @param outcome one of those of {@link edgeai.common.wire.FrameAttempt}
   * @param reason null where it came to what it should
   */
  synchronized boolean end(String outcome, String reason) {
    if (over) {
      return false;
    }
    over = true;
    step.with("edge.outcome", outcome).with("edge.frames_done", done);
    if (reason != null) {
      step.failed(reason);
    }
    step.end();
    return true;
  }

  /** Interrupts the call, where it still runs. */
  synchronized void interrupt() {
    if (call != null) {
      call.cancel(true);
    }
  }
}
