package edgeai.cli.soak;

import edgeai.cli.console.Console;
import edgeai.cli.machine.ProcessSignal;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Holds one worker after another for a while, as an overloaded machine does. */
final class Freezer {
  private static final Duration BETWEEN = Duration.ofMinutes(2);
  private static final Duration FIRST_AFTER = Duration.ofMinutes(1);
  private static final Duration HELD = Duration.ofSeconds(10);

  private final Console console;
  private final List<RunFile> workers;
  private long next = System.nanoTime() + FIRST_AFTER.toNanos();
  private RunFile held;
  private int count;

  Freezer(Console console, List<RunFile> workers) {
    this.console = console;
    this.workers = workers;
  }

  /** The worker that is held, empty where none is. */
  synchronized String frozen() {
    return held == null ? "" : held.name();
  }

  synchronized int count() {
    return count;
  }

  /** Holds or lets go, where it is time for that. */
  synchronized void look() throws InterruptedException {
    if (workers.isEmpty() || System.nanoTime() < next) {
      return;
    }
    if (held != null) {
      release();
      next += BETWEEN.minus(HELD).toNanos();
    } else {
      RunFile worker = workers.get(count % workers.size());
      if (send(ProcessSignal.FREEZE, worker)) {
        held = worker;
        count++;
        console.event("soak", "%s is frozen for %d s".formatted(worker.name(), HELD.toSeconds()));
      }
      next += HELD.toNanos();
    }
  }

  /** Lets go of the worker that is held. */
  synchronized void release() throws InterruptedException {
    if (held != null) {
      send(ProcessSignal.GO_ON, held);
      console.event("soak", held.name() + " goes on");
      held = null;
    }
  }

  private boolean send(ProcessSignal signal, RunFile server) throws InterruptedException {
    try {
      return signal.send(server.pid());
    } catch (IOException e) {
      console.event("soak", "%s: %s".formatted(server.name(), e.getMessage()));
      return false;
    }
  }
}
