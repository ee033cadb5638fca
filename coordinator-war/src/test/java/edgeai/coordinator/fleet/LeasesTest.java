package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeasesTest {
  private final MutableClock clock = new MutableClock();
  private final Leases leases = new Leases(() -> 2, clock);

  @Test
  void thereAreAsManyAsPlaces() {
    leases.begin();
    assertThat(leases.hasRoom()).isTrue();
    leases.begin();

    assertThat(leases.hasRoom()).isFalse();
    assertThat(leases.taken()).isEqualTo(2);
    leases.end();
    assertThat(leases.hasRoom()).isTrue();
  }

  @Test
  void aWorkerIsActiveForAMomentAfterItsLastFrame() {
    assertThat(leases.isActive()).isFalse();
    leases.begin();
    clock.advance(Duration.ofHours(1));
    assertThat(leases.isActive()).isTrue();

    leases.end();
    clock.advance(Duration.ofSeconds(9));
    assertThat(leases.isActive()).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(leases.isActive()).isFalse();
  }
}
