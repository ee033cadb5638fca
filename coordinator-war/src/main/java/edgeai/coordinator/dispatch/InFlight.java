package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The attempts that are out: they come in when they begin and go when they end. Thread-safe. */
final class InFlight {
  private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
  private final Supplier<Instant> now;

  InFlight(Supplier<Instant> now) {
    this.now = now;
  }

  /** By a clock that only goes forward. */
  static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  /** Gives a frame to a worker. */
  Attempt begin(Frame frame, WorkerNode worker) {
    Attempt attempt = frame.begin(worker, nowMs(), now.get());
    attempts.add(attempt);
    return attempt;
  }

  /**
   * True for the first caller only: what the attempt means is now this caller's to say.
   *
   * @param outcome one of {@link edgeai.common.wire.FrameAttempt}
   * @param reason null where it completed
   */
  boolean end(Attempt attempt, String outcome, String reason) {
    boolean first = attempt.end(outcome, reason, now.get());
    if (first) {
      attempts.remove(attempt);
    }
    return first;
  }

  /** Gives up those that are meant and interrupts their calls; these are now the caller's. */
  List<Attempt> giveUp(Predicate<Attempt> meant, String outcome, String reason) {
    List<Attempt> given =
        attempts.stream().filter(meant).filter(attempt -> end(attempt, outcome, reason)).toList();
    given.forEach(Attempt::interrupt);
    return given;
  }

  Collection<Attempt> all() {
    return Collections.unmodifiableSet(attempts);
  }

  int size() {
    return attempts.size();
  }
}
