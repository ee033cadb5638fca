package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.FramePlaces;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Finds a frame that is out for too long and leases it a second worker, see {@link Hedging}. */
final class HedgeSearch {
  /** How often it looks, which costs more than a look at the queue. */
  private static final long APART_MS = 50;

  private final FramePlaces places;
  private long lookedAtMs;

  HedgeSearch(Fleet fleet) {
    this.places = new FramePlaces(fleet);
  }

  /** A frame and the worker that has a place for it. */
  record Second(Frame frame, WorkerNode worker) {}

  /** Whether it is time to look again. */
  boolean isDue(long nowMs) {
    if (nowMs - lookedAtMs < APART_MS) {
      return false;
    }
    lookedAtMs = nowMs;
    return true;
  }

  /** One that is given up for lost, which comes before frames that wait. */
  Optional<Second> lost(Collection<Attempt> attempts, long nowMs) {
    return first(attempts, nowMs, HedgeSearch::ifLost);
  }

  /** One that an idle worker would have done much sooner. */
  Optional<Second> slow(Collection<Attempt> attempts, long nowMs) {
    return first(attempts, nowMs, Hedging::worthWithin);
  }

  private interface Rule {
    OptionalDouble within(Attempt attempt, double elapsedMs, double expectedMs);
  }

  private static OptionalDouble ifLost(Attempt attempt, double elapsedMs, double expectedMs) {
    return Hedging.isLost(attempt, elapsedMs, expectedMs)
        ? OptionalDouble.of(Double.MAX_VALUE)
        : OptionalDouble.empty();
  }

  /** Those that are out the longest come first. */
  private Optional<Second> first(Collection<Attempt> attempts, long nowMs, Rule rule) {
    return attempts.stream()
        .sorted(Comparator.comparingLong(Attempt::startedAtMs))
        .flatMap(
            attempt -> {
              double elapsed = nowMs - attempt.startedAtMs();
              OptionalDouble within = rule.within(attempt, elapsed, attempt.worker().expectedMs());
              return within.isEmpty()
                  ? Stream.empty()
                  : leased(attempt.frame(), within.getAsDouble()).stream();
            })
        .findFirst();
  }

  private Optional<Second> leased(Frame frame, double withinMs) {
    return places
        .elsewhere(Set.copyOf(frame.triedBy()), frame.source()::suits, withinMs)
        .map(worker -> new Second(frame, worker));
  }
}
