package edgeai.common.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how often somebody guesses, per address and per account: each try counts until it turns
 * out right. Many addresses together get as many tries of one account as a good password bears, and
 * nobody can keep its owner out for long.
 */
final class LoginAttempts {
  static final int OF_ADDRESS = 20;
  static final int OF_ACCOUNT = 50;
  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final int MOST_KEPT = 10_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> tries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private long refused;

  LoginAttempts(Clock clock) {
    this.clock = clock;
  }

  /** Notes a try; gives how long to wait where there were too many, and notes nothing then. */
  synchronized Optional<Duration> begin(String address, String account) {
    Instant now = clock.instant();
    Optional<Duration> pause =
        pause("address " + address, OF_ADDRESS, now)
            .or(() -> pause("account " + account, OF_ACCOUNT, now));
    if (pause.isEmpty()) {
      of("address " + address).addLast(now);
      of("account " + account).addLast(now);
    } else {
      refused++;
    }
    return pause;
  }

  /** A try that was right: it and those before it count no more. */
  synchronized void succeed(String address, String account) {
    tries.remove("address " + address);
    tries.remove("account " + account);
  }

  /** Addresses and accounts whose tries are remembered. */
  synchronized int kept() {
    return tries.size();
  }

  /** Tries that were too many. */
  synchronized long refused() {
    return refused;
  }

  private Deque<Instant> of(String key) {
    return tries.computeIfAbsent(key, unknown -> new ArrayDeque<>());
  }

  private Optional<Duration> pause(String key, int most, Instant now) {
    Deque<Instant> made = of(key);
    while (!made.isEmpty() && !made.getFirst().isAfter(now.minus(WITHIN))) {
      made.removeFirst();
    }
    return made.size() < most
        ? Optional.empty()
        : Optional.of(Duration.between(now, made.getFirst().plus(WITHIN)));
  }
}
