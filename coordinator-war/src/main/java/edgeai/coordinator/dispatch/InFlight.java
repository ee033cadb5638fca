package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The attempts that are out: they come in when they begin and go when they end. Thread-safe. */
@ApplicationScoped
public class InFlight {
  /**
   * Frames at workers at the same time, all workers together; answers that are taken in count too.
   * Those beyond wait in their queues.
   */
  static final int MOST = 256;

  private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
  private final Clock clock;

  @Inject
  public InFlight(Clock clock) {
    this.clock = clock;
  }

  InFlight() {
    this(null);
  }

  /** By a clock that only goes forward. */
  static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  /** Gives a frame to a worker. */
  Attempt begin(Frame frame, WorkerNode worker) {
    Attempt attempt = frame.begin(worker, nowMs(), clock.instant());
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
    boolean first = attempt.end(outcome, reason, clock.instant());
    if (first) {
      attempts.remove(attempt);
    }
    return first;
  }

  /**
   * Gives up those that are meant and interrupts their calls. What is thrown over one is thrown
   * once all have had their turn.
   *
   * @param then says what the end of each means
   */
  void giveUp(Predicate<Attempt> meant, String outcome, String reason, Consumer<Attempt> then) {
    Throwable thrown = null;
    for (Attempt attempt : attempts) {
      try {
        if (meant.test(attempt) && end(attempt, outcome, reason)) {
          attempt.interrupt();
          then.accept(attempt);
        }
      } catch (RuntimeException | Error e) {
        thrown = e;
      }
    }
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }

  /** A frame that a worker has, and since when. */
  public record Held(WorkerNode worker, Duration time) {}

  /** The frame of a job that a worker has had for the longest time. */
  public Optional<Held> longestHeld(String jobId) {
    long now = nowMs();
    return attempts.stream()
        .filter(attempt -> attempt.frame().jobId().equals(jobId))
        .filter(attempt -> !attempt.frame().isSettled())
        .min(Comparator.comparingLong(Attempt::startedAtMs))
        .map(a -> new Held(a.worker(), Duration.ofMillis(now - a.startedAtMs())));
  }

  Collection<Attempt> all() {
    return Collections.unmodifiableSet(attempts);
  }

  /** Frames that workers have; one that two have counts twice. */
  public int size() {
    return attempts.size();
  }
}
