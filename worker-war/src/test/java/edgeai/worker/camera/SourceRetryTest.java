package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceRetryTest {
  private static final long NOW = Long.MAX_VALUE - 5; // it overflows within the test

  private final SourceRetry retry = new SourceRetry(NOW);

  private static long after(Duration passed) {
    return NOW + passed.toNanos();
  }

  @Test
  void itIsTriedAtOnceAtFirst() {
    assertThat(retry.nanosLeft(NOW)).isZero();
  }

  @Test
  void pausesGrowUntilItWorks() {
    retry.failed(NOW);
    assertThat(retry.nanosLeft(NOW)).isBetween(250_000_000L, 500_000_000L);
    for (int i = 0; i < 10; i++) {
      retry.failed(NOW);
    }
    assertThat(retry.nanosLeft(NOW)).isBetween(10_000_000_000L, 20_000_000_000L);
    retry.worked();
    retry.failed(NOW);
    assertThat(retry.nanosLeft(NOW)).isLessThanOrEqualTo(500_000_000L);
  }

  @Test
  void aCommandEndsAPause() {
    retry.failed(NOW);
    retry.commanded(NOW);
    assertThat(retry.nanosLeft(NOW)).isZero();
  }

  @Test
  void nothingEndsTheFiveMinutesAfterARefusal() {
    retry.refused(NOW);
    retry.commanded(NOW);
    retry.worked();
    assertThat(retry.nanosLeft(NOW)).isEqualTo(Duration.ofMinutes(5).toNanos());
    assertThat(retry.nanosLeft(after(Duration.ofMinutes(5).minusNanos(1)))).isEqualTo(1);
    assertThat(retry.nanosLeft(after(Duration.ofMinutes(5)))).isZero();
  }
}
