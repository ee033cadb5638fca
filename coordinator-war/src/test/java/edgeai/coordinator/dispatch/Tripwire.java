package edgeai.coordinator.dispatch;

import edgeai.common.metrics.StageTimes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** Throws something at one stage of a frame's way, once: the n-th time that anything passes it. */
final class Tripwire {
  static final Tripwire NONE = new Tripwire("", 0, new AssertionError());

  private final String stage;
  private final Throwable thrown;
  private final AtomicInteger left;

  /**
   * @param nth from 1
   * @param thrown an {@code Error} or a {@code RuntimeException}
   */
  Tripwire(String stage, int nth, Throwable thrown) {
    this.stage = stage;
    this.thrown = thrown;
    this.left = new AtomicInteger(nth);
  }

  void at(String passed) {
    if (passed.equals(stage) && left.decrementAndGet() == 0) {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }
  }

  /** Whether it threw. */
  boolean isTripped() {
    return left.get() <= 0;
  }

  /** The system's clock, whose stage is {@code clock}. */
  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        at("clock");
        return Instant.now();
      }

      @Override
      public ZoneId getZone() {
        return Clock.systemUTC().getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  /** Whose stage is {@code times}. */
  StageTimes times() {
    return new StageTimes() {
      @Override
      public void add(Stage stage, long nanos) {
        at("times");
        super.add(stage, nanos);
      }
    };
  }
}
