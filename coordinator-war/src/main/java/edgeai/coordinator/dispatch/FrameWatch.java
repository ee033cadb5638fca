package edgeai.coordinator.dispatch;

import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.frame.Attempt;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Gives calls up that take too long: those whose worker has had its time, and those whose frame
 * another worker did while this one owed its answer. For the dispatcher's loop.
 */
final class FrameWatch {
  /** What a worker that may have to load its model gets beside. */
  static final Duration GRACE = Duration.ofSeconds(45);

  /**
   * So many times as long the coordinator's own may take, whose machine may be busy with others.
   */
  static final int OF_LOCAL = 10;

  private static final long APART_MS = 50;

  private final InFlight out;
  private final long patienceMs;
  private final BiConsumer<Attempt, WorkerAnswer> conclusion;
  private long lookedAtMs;

  /**
   * @param patience how long a worker may take over a frame
   * @param conclusion told of those whose time is over
   */
  FrameWatch(InFlight out, Duration patience, BiConsumer<Attempt, WorkerAnswer> conclusion) {
    this.out = out;
    this.patienceMs = patience.toMillis();
    this.conclusion = conclusion;
  }

  /** Looks, unless it just did. */
  void look(long nowMs) {
    if (nowMs - lookedAtMs < APART_MS) {
      return;
    }
    lookedAtMs = nowMs;
    giveUpOwed(nowMs);
    giveUpOverdue(nowMs);
  }

  /** A worker behind a dead connection may go on with its heartbeats: this is how it is known. */
  private void giveUpOwed(long nowMs) {
    out.giveUp(
        attempt ->
            Hedging.isOwed(attempt, nowMs - attempt.startedAtMs(), attempt.worker().expectedMs()),
        FrameAttempt.OVERTAKEN,
        null,
        attempt -> attempt.worker().failed("did not answer in good time"));
  }

  private void giveUpOverdue(long nowMs) {
    WorkerAnswer late = new WorkerAnswer.Silent("did not answer in time");
    out.giveUp(
        attempt -> isOverdue(attempt, nowMs),
        late.outcome(),
        late.reason(),
        attempt -> conclusion.accept(attempt, late));
  }

  private boolean isOverdue(Attempt attempt, long nowMs) {
    long usual = attempt.worker().isLocal() ? patienceMs * OF_LOCAL : patienceMs;
    long limit = attempt.isFirstOfWorker() ? usual + GRACE.toMillis() : usual;
    return nowMs - attempt.startedAtMs() > limit;
  }
}
