package edgeai.common.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The end of a process: farewell, then exit. Whoever asks twice, or an end that hangs, cuts it
 * short.
 */
final class ProcessEnd {
  /** From the first signal on: the farewell, and what the container needs for its own end. */
  static final Duration LATEST = Duration.ofSeconds(15);

  /** As a shell reports SIGTERM: not the end that was asked for. */
  static final int CUT_SHORT = 143;

  private static final Logger LOG = Logger.getLogger(ProcessEnd.class.getName());

  private final Runnable farewell;
  private final IntConsumer exit;
  private final IntConsumer halt;
  private final Duration latest;
  private final AtomicBoolean begun = new AtomicBoolean();

  ProcessEnd(Runnable farewell, IntConsumer exit, IntConsumer halt) {
    this(farewell, exit, halt, LATEST);
  }

  ProcessEnd(Runnable farewell, IntConsumer exit, IntConsumer halt, Duration latest) {
    this.farewell = farewell;
    this.exit = exit;
    this.halt = halt;
    this.latest = latest;
  }

  /** Ends this process with the status given, at once where that has begun already. */
  void begin(int status) {
    if (!begun.compareAndSet(false, true)) {
      halt.accept(CUT_SHORT);
      return;
    }
    LOG.info("told to end");
    // on the JVM's own timer, which no shutdown of executors stops
    CompletableFuture.delayedExecutor(latest.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> halt.accept(CUT_SHORT));
    try {
      farewell.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the farewell failed", e);
    }
    exit.accept(status);
  }
}
