package edgeai.systemtests.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** How fast frames were done, by the times at which their results came. */
final class Pace {
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final double AS_BEFORE = 0.95;

  private Pace() {}

  /**
   * Seconds from the fault until results came as fast again as before it; empty where there was no
   * second before it, or the job ended first.
   *
   * @param results in ascending order
   */
  static OptionalDouble secondsUntilBack(List<Instant> results, Instant fault) {
    List<Instant> before = results.stream().filter(at -> at.isBefore(fault)).toList();
    if (before.isEmpty() || before.get(0).plus(WINDOW).isAfter(fault)) {
      return OptionalDouble.empty();
    }
    double wanted = AS_BEFORE * before.size() / seconds(before.get(0), fault);
    Instant last = results.get(results.size() - 1);
    for (Instant from = fault;
        !from.plus(WINDOW).isAfter(last);
        from = from.plus(Duration.ofMillis(100))) {
      Instant start = from;
      long came =
          results.stream()
              .filter(at -> !at.isBefore(start) && at.isBefore(start.plus(WINDOW)))
              .count();
      if (came >= wanted * WINDOW.toSeconds()) {
        return OptionalDouble.of(seconds(fault, from));
      }
    }
    return OptionalDouble.empty();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
