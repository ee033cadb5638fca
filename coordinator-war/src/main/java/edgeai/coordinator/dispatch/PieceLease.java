package edgeai.coordinator.dispatch;

import edgeai.common.piece.WantedFrame;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** A piece that is at a worker: an attempt for each of its frames. It ends once. Thread-safe. */
final class PieceLease {
  private final PiecePlan plan;
  private final WorkerNode worker;
  private final Stretch stretch;
  private final List<WantedFrame> wanted;
  private final Map<Long, Attempt> attempts = new LinkedHashMap<>();
  private final List<Frame> owed = new ArrayList<>();
  private int done;
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
    this.wanted = wanted;
    attempts.forEach(attempt -> this.attempts.put(attempt.frame().id(), attempt));
  }

  PiecePlan plan() {
    return plan;
  }

  String jobId() {
    return plan.source().jobId();
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

  /** Null for a frame that is not of this piece. */
  Attempt attempt(long frameId) {
    return attempts.get(frameId);
  }

  /** Those of its frames that this worker has not answered about. */
  List<Attempt> open() {
    return attempts.values().stream().filter(attempt -> !attempt.hasEnded()).toList();
  }

  /** Those that nobody has answered about. */
  List<Frame> unsettled() {
    return open().stream().map(Attempt::frame).filter(frame -> !frame.isSettled()).toList();
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

  /** True for the first caller only: what its end means is now this caller's to say. */
  synchronized boolean end() {
    boolean first = !over;
    over = true;
    return first;
  }

  /** Interrupts the call, where it still runs. */
  synchronized void interrupt() {
    if (call != null) {
      call.cancel(true);
    }
  }
}
