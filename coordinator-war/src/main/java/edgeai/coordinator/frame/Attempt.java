package edgeai.coordinator.frame;

import edgeai.common.log.LogSubject;
import edgeai.common.trace.TraceStep;
import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.WorkerNode;
import java.time.Instant;
import java.util.concurrent.Future;

/**
 * One frame given to one worker. It ends once: by the worker's answer, or because it was given up.
 */
public final class Attempt {
  /** What is kept of a reason, in characters. */
  static final int LONGEST_REASON = 200;

  private final Frame frame;
  private final WorkerNode worker;
  private final long startedAtMs;
  private final Instant startedAt;
  private final boolean hedge;
  private final boolean firstOfWorker;

  private Instant endedAt;
  private Instant postedAt;
  private String outcome;
  private String reason;
  private boolean turnedAway;
  private Future<?> call;

  /** Null where it is part of another one, a piece say. */
  private volatile TraceStep step;

  /**
   * @param startedAtMs by a clock that only goes forward
   * @param startedAt the same moment by the calendar
   * @param hedge whether the frame is at another worker, too
   */
  Attempt(Frame frame, WorkerNode worker, long startedAtMs, Instant startedAt, boolean hedge) {
    this.frame = frame;
    this.worker = worker;
    this.startedAtMs = startedAtMs;
    this.startedAt = startedAt;
    this.hedge = hedge;
    this.firstOfWorker = !worker.hasAnswered();
  }

  public Frame frame() {
    return frame;
  }

  /** What lines of the log about it name. */
  public LogSubject subject() {
    TraceStep now = step;
    LogSubject subject = frame.source().subject().withFrame(frame.id()).withWorker(worker.id());
    return now == null ? subject : subject.within(now.trace());
  }

  public WorkerNode worker() {
    return worker;
  }

  public long startedAtMs() {
    return startedAtMs;
  }

  public boolean isHedge() {
    return hedge;
  }

  /** Whether the worker had not answered anything when it began: it may have to load its model. */
  public boolean isFirstOfWorker() {
    return firstOfWorker;
  }

  /** It is a step of its own of its job's trace. */
  public void traced() {
    step = frame.source().trace().atWorker("frame", worker.id()).with("edge.frame", frame.id());
  }

  /** The call that it runs by, which ends with it. */
  public void calls(Future<?> running) {
    synchronized (this) {
      call = running;
    }
    if (hasEnded()) {
      running.cancel(true);
    }
  }

  /**
   * True for the first caller only: what this attempt means is now this caller's to say.
   *
   * @param how one of the outcomes of {@link FrameAttempt}
   * @param why null where it completed
   */
  public synchronized boolean end(String how, String why, Instant when) {
    if (hasEnded()) {
      return false;
    }
    outcome = how;
    reason = why == null ? null : why.substring(0, Math.min(LONGEST_REASON, why.length()));
    endedAt = when;
    worker.tally().ended(how);
    endStep();
    return true;
  }

  private void endStep() {
    if (step != null) {
      step.with("edge.outcome", outcome);
      if (reason != null) {
        step.failed(reason);
      }
      step.end();
    }
  }

  public synchronized boolean hasEnded() {
    return outcome != null;
  }

  /** The worker posted its result and has not answered yet. */
  synchronized void posted(Instant when) {
    postedAt = when;
  }

  public synchronized boolean hasPosted() {
    return postedAt != null;
  }

  /** The worker had too much to do to begin with it. */
  public synchronized void wasTurnedAway() {
    turnedAway = true;
  }

  /** Whether it came to anything, be it nothing good. */
  synchronized boolean wasMade() {
    return !turnedAway;
  }

  /** Its answer came, but another attempt's had counted. */
  public synchronized void wasOvertaken() {
    outcome = FrameAttempt.OVERTAKEN;
  }

  /**
   * What the ledger keeps of it.
   *
   * @param open what it is called while it has not ended
   */
  synchronized FrameAttempt record(String open) {
    if (outcome == null && postedAt != null) {
      return new FrameAttempt(
          worker.id(), startedAt, postedAt, FrameAttempt.COMPLETED, null, hedge);
    }
    return new FrameAttempt(
        worker.id(), startedAt, endedAt, outcome == null ? open : outcome, reason, hedge);
  }

  /** Ends the call, where it still runs. */
  public void interrupt() {
    Future<?> running = running();
    if (running != null) {
      running.cancel(true);
    }
  }

  private synchronized Future<?> running() {
    return call;
  }
}
