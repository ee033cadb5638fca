package edgeai.common.inference;

import edgeai.common.error.Unavailable;
import edgeai.common.guard.Schedule;
import edgeai.common.video.VideoException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The decoders of all jobs. A job has one, and another only where inference waits for decoding: its
 * pieces wait for one another, since starting a decoder takes a second of the processor. None ever
 * sees the video of another job. Those that nobody needs end after a while. Thread-safe.
 */
final class WarmDecoders implements AutoCloseable {
  /** How long one waits for the next piece of its job. */
  static final Duration IDLE = Duration.ofSeconds(30);

  /** Without a piece in hand for so long, what it takes to start one is nobody's loss. */
  static final Duration REST = Duration.ofSeconds(1);

  /** Starts decoders. */
  interface Start {
    PieceSource decoder() throws VideoException;

    /** Has one ready for the next job, where none is. */
    void prepare();

    /** No more will be started. */
    void close();
  }

  private final Start start;
  private final PieceLimits limits;
  private final int processors;
  private final Schedule schedule;
  private final IdleDecoders idle = new IdleDecoders();
  private final Map<String, JobDecoders> jobs = new HashMap<>();
  private int atWork;
  private long taken;
  private boolean closed;

  /**
   * @param limits as many decoders wait at the same time as there are pieces
   */
  WarmDecoders(Start start, PieceLimits limits, int processors, Schedule schedule) {
    this.start = start;
    this.limits = limits;
    this.processors = processors;
    this.schedule = schedule;
  }

  /** Those of one job. */
  PieceSources of(String job) {
    return new PieceSources() {
      @Override
      public PieceSource take(Meanwhile meanwhile)
          throws VideoException, IOException, InterruptedException {
        return WarmDecoders.this.take(job, meanwhile);
      }

      @Override
      public void gave(PieceSource source, DecodingStep step) {
        WarmDecoders.this.gave(job, source, step);
      }

      @Override
      public void takeBack(PieceSource source, boolean reusable) {
        WarmDecoders.this.takeBack(job, source, reusable);
      }
    };
  }

  private PieceSource take(String job, PieceSources.Meanwhile meanwhile)
      throws VideoException, IOException, InterruptedException {
    Object turn = comes(job);
    try {
      if (!isItsTurn(job, turn)) {
        meanwhile.read();
      }
      PieceSource warm = await(job, turn);
      return warm == null ? start(job) : warm;
    } finally {
      goes(job, turn);
    }
  }

  private synchronized Object comes(String job) {
    return jobs.computeIfAbsent(
            job, any -> new JobDecoders(new DecoderNeed(limits.callers(), processors)))
        .comes();
  }

  private synchronized void goes(String job, Object turn) {
    JobDecoders own = jobs.get(job);
    if (own != null) {
      own.goes(turn);
      settle(job);
    }
  }

  /** Others may have their turn now, or there is nobody any more. */
  private void settle(String job) {
    if (jobs.get(job).isWithout() && !idle.has(job)) {
      jobs.remove(job);
    }
    notifyAll();
  }

  private synchronized boolean isItsTurn(String job, Object turn) {
    JobDecoders own = jobs.get(job);
    return closed || own.isFirst(turn) && (idle.has(job) || own.wantsAnother(atWork));
  }

  /** An idle one, null where one is to be started; it is at work from now on. */
  private synchronized PieceSource await(String job, Object turn) throws InterruptedException {
    while (!isItsTurn(job, turn)) {
      wait();
    }
    if (closed) {
      throw new Unavailable("This server takes no more pieces.", 30);
    }
    PieceSource warm = idle.take(job);
    jobs.get(job).begins(warm == null);
    jobs.get(job).goes(turn);
    atWork++;
    taken++;
    return warm;
  }

  private PieceSource start(String job) throws VideoException {
    PieceSource started = null;
    try {
      started = start.decoder();
      return started;
    } finally {
      started(job, started);
    }
  }

  private synchronized void started(String job, PieceSource decoder) {
    jobs.get(job).started(decoder);
    if (decoder == null) {
      end(job, null);
    }
  }

  private void end(String job, PieceSource decoder) {
    jobs.get(job).ends(decoder);
    atWork--;
    settle(job);
  }

  private synchronized void gave(String job, PieceSource decoder, DecodingStep step) {
    jobs.get(job).gave(decoder, step);
    notifyAll();
  }

  private synchronized void takeBack(String job, PieceSource decoder, boolean reusable) {
    try {
      if (reusable && !closed) {
        keep(job, decoder);
      } else {
        decoder.close();
      }
    } finally {
      end(job, decoder); // whatever its end throws, or the job's next piece would wait for ever
    }
  }

  /**
   * There is no piece in hand at this moment, not even one that is decoded and not inferred.
   *
   * @param stillNone whether that is so later
   */
  synchronized void rest(BooleanSupplier stillNone) {
    if (taken > 0 && !closed) {
      long soFar = taken;
      schedule.after("spare decoder", REST, () -> prepare(soFar, stillNone));
    }
  }

  private void keep(String job, PieceSource decoder) {
    if (idle.count() == limits.pieces()) {
      end(idle.longest());
    }
    IdleDecoders.Idle waiting = idle.add(job, decoder);
    schedule.after("idle decoder", IDLE, () -> end(waiting));
  }

  private synchronized void end(IdleDecoders.Idle waiting) {
    if (idle.end(waiting)) {
      settle(waiting.job());
    }
  }

  private void prepare(long takenThen, BooleanSupplier none) {
    if (none.getAsBoolean() && isAtRestSince(takenThen)) {
      start.prepare();
    }
  }

  private synchronized boolean isAtRestSince(long takenThen) {
    return !closed && atWork == 0 && taken == takenThen;
  }

  synchronized int waiting() {
    return idle.count();
  }

  /** Those that wait end; none will wait or be started any more. */
  @Override
  public synchronized void close() {
    closed = true;
    start.close();
    idle.endAll();
    notifyAll();
  }
}
