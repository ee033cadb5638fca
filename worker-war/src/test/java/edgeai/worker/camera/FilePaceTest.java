package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilePaceTest {
  private static final long SECOND = 1_000_000_000L;

  private final FilePace pace = new FilePace(10 * SECOND);

  @Test
  void framesComeWhenTheyAreDue() {
    assertThat(pace.nanosUntil(0, 10 * SECOND)).isZero();
    assertThat(pace.nanosUntil(200, 10 * SECOND)).isEqualTo(SECOND / 5);
    assertThat(pace.nanosUntil(400, 10 * SECOND + SECOND / 5)).isEqualTo(SECOND / 5);
  }

  @Test
  void aLittleLatenessIsMadeUp() {
    assertThat(pace.nanosUntil(200, 10 * SECOND + SECOND)).isZero();
    assertThat(pace.nanosUntil(1_200, 11 * SECOND)).isEqualTo(SECOND / 5);
  }

  @Test
  void afterAStallItGoesOnFromThere() {
    assertThat(pace.nanosUntil(200, 20 * SECOND)).isZero();
    assertThat(pace.nanosUntil(400, 20 * SECOND)).isEqualTo(SECOND / 5);
  }
}
