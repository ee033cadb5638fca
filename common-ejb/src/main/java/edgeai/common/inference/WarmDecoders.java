package edgeai.common.inference;

import edgeai.common.guard.Schedule;
import edgeai.common.video.VideoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decoders that stay between two pieces of the same job, since starting one takes a second. None
 * ever sees the video of another job. Those that nobody needs end after a while. Thread-safe.
 */
final class WarmDecoders implements AutoCloseable {
  /** How long one waits for the next piece of its job. */
  static final Duration IDLE = Duration.ofSeconds(30);

  /** Starts decoders. */
  interface Start {
    PieceSource decoder() throws VideoException;

    /** No more will be started. */
    void close();
  }

  private static final class Idle {
    private final String job;
    private final PieceSource decoder;

    Idle(String job, PieceSource decoder) {
      this.job = job;
      this.decoder = decoder;
    }
  }

  private final Start start;
  private final int most;
  private final Schedule schedule;
  private final List<Idle> idle = new ArrayList<>();
  private boolean closed;

  /**
   * @param most that wait at the same time
   */
  WarmDecoders(Start start, int most, Schedule schedule) {
    this.start = start;
    this.most = most;
    this.schedule = schedule;
  }

  /**
   * One that has done a piece of this job, or a new one.
   *
   * @throws VideoException where none can be started
   */
  PieceSource take(String job) throws VideoException {
    Optional<PieceSource> warm = idleOf(job);
    return warm.isPresent() ? warm.get() : start.decoder();
  }

  private synchronized Optional<PieceSource> idleOf(String job) {
    for (int i = idle.size() - 1; i >= 0; i--) {
      if (idle.get(i).job.equals(job)) {
        PieceSource decoder = idle.remove(i).decoder;
        if (decoder.isReusable()) {
          return Optional.of(decoder);
        }
        decoder.close();
      }
    }
    return Optional.empty();
  }

  /** Takes back one that has done a piece of this job. */
  synchronized void keep(String job, PieceSource decoder) {
    if (closed) {
      decoder.close();
      return;
    }
    if (idle.size() == most) {
      idle.remove(0).decoder.close();
    }
    Idle waiting = new Idle(job, decoder);
    idle.add(waiting);
    schedule.after("idle decoder", IDLE, () -> end(waiting));
  }

  private synchronized void end(Idle waiting) {
    if (idle.remove(waiting)) {
      waiting.decoder.close();
    }
  }

  synchronized int waiting() {
    return idle.size();
  }

  /** Those that wait end; none will wait or be started any more. */
  @Override
  public synchronized void close() {
    closed = true;
    start.close();
    idle.forEach(one -> one.decoder.close());
    idle.clear();
  }
}
