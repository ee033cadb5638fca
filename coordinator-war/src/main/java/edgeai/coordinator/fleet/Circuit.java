package edgeai.coordinator.fleet;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The circuit breaker of one worker: three failures in a row open it, then single frames probe it
 * after a pause that doubles from 1 s to 60 s.
 */
final class Circuit {
  private static final int FAILURES = 3;

  private final CircuitBreaker breaker;

  Circuit(String workerId, Clock clock) {
    breaker =
        CircuitBreaker.of(
            workerId,
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(
                    IntervalFunction.ofExponentialBackoff(
                        Duration.ofSeconds(1), 2, Duration.ofSeconds(60)))
                .clock(clock)
                .build());
  }

  /** Takes the right to send one frame; whoever gets it must report how it went, or release it. */
  boolean tryAcquire() {
    return breaker.tryAcquirePermission();
  }

  void release() {
    breaker.releasePermission();
  }

  void succeeded() {
    breaker.onSuccess(0, TimeUnit.MILLISECONDS);
  }

  void failed(String reason) {
    breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(reason));
  }

  /** Whether no frame may be sent, since the pause is not over. */
  boolean isOpen() {
    return now() == State.OPEN;
  }

  /** {@code closed}, {@code open} or {@code half_open}. */
  String state() {
    return now().name().toLowerCase(Locale.ROOT);
  }

  /** The breaker sees that a pause is over only when it is asked for a permission. */
  private State now() {
    if (breaker.getState() == State.OPEN && breaker.tryAcquirePermission()) {
      breaker.releasePermission();
    }
    return breaker.getState();
  }
}
