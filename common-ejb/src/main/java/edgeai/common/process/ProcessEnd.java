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
  private static final long LOOK_MS = 1_000;

  /** As a shell reports SIGTERM: not the end that was asked for. */
  static final int CUT_SHORT = 143;

  private static final Logger LOG = Logger.getLogger(ProcessEnd.class.getName());

  private final Runnable farewell;
  private final IntConsumer exit;
  private final IntConsumer halt;
  private final Duration limit;
  private final OwnProcessorDemand demand = new OwnProcessorDemand();
  private final AtomicBoolean begun = new AtomicBoolean();

  ProcessEnd(Runnable farewell, IntConsumer exit, IntConsumer halt) {
    this(farewell, exit, halt, EndPatience.COUNTED);
  }

  ProcessEnd(Runnable farewell, IntConsumer exit, IntConsumer halt, Duration limit) {
    this.farewell = farewell;
    this.exit = exit;
    this.halt = halt;
    this.limit = limit;
  }

  /** Ends this process with the status given, at once where that has begun already. */
  void begin(int status) {
    if (!begun.compareAndSet(false, true)) {
      halt.accept(CUT_SHORT);
      return;
    }
    LOG.info("told to end");
    lookAgain(new EndPatience(limit, demand.got(), demand.waited()), System.nanoTime());
    try {
      farewell.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the farewell failed", e);
    }
    exit.accept(status);
  }

  /** On the JVM's own timer, which no shutdown of executors stops. */
  private void lookAgain(EndPatience patience, long since) {
    CompletableFuture.delayedExecutor(LOOK_MS, TimeUnit.MILLISECONDS, Runnable::run)
        .execute(
            () -> {
              long now = System.nanoTime();
              patience.look(Duration.ofNanos(now - since), demand.got(), demand.waited());
              if (patience.isOver()) {
                halt.accept(CUT_SHORT);
              } else {
                lookAgain(patience, now);
              }
            });
  }
}
