package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.WorkerHeartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class FleetSilenceTest {
  private static final Set<String> NOBODY = Set.of();

  private final TestPool pool = new TestPool();
  private final Fleet fleet = pool.fleet();

  private void silent(double seconds) {
    pool.clock().advanceSeconds(seconds);
    fleet.watch();
  }

  @Test
  void twentySecondsOfSilenceStopFrames() {
    pool.join("a");

    silent(19.999);
    assertThat(fleet.places()).isPositive();
    silent(0.001);
    assertThat(fleet.places()).isZero();
    assertThat(pool.places().lease(NOBODY, any -> true)).isEmpty();
    assertThat(pool.shown("a").status()).isEqualTo("idle");
  }

  @Test
  void thirtySecondsOfSilenceAreOffline() {
    pool.join("a");

    silent(29.999);
    assertThat(pool.shown("a").status()).isEqualTo("idle");
    silent(0.001);
    assertThat(pool.shown("a").status()).isEqualTo("offline");
  }

  @Test
  void anotherSilenceMayBeSet() {
    TestPool hasty = new TestPool("WORKER_HEARTBEAT_TIMEOUT", "6");
    hasty.join("a");

    hasty.clock().advanceSeconds(3.999);
    assertThat(hasty.fleet().places()).isPositive();
    hasty.clock().advanceSeconds(0.001);
    assertThat(hasty.fleet().places()).isZero();
    assertThat(hasty.shown("a").status()).isEqualTo("idle");
    hasty.clock().advanceSeconds(2);
    assertThat(hasty.shown("a").status()).isEqualTo("offline");
  }

  @Test
  void aHeartbeatBringsAWorkerBackAndSaysSo() {
    pool.join("a");
    silent(25);

    assertThat(fleet.heartbeat("a", TestPool.SOMEBODY, WorkerHeartbeat.SILENT)).isTrue();
    assertThat(pool.places().lease(NOBODY, any -> true)).isPresent();
    assertThat(pool.events().of(FleetChanged.class)).hasSize(2);
  }

  @Test
  void aHeartbeatInTimeSaysNothing() {
    pool.join("a");
    silent(19);
    fleet.heartbeat("a", TestPool.SOMEBODY, WorkerHeartbeat.SILENT);

    assertThat(pool.events().of(FleetChanged.class)).hasSize(1);
    assertThat(pool.shown("a").lastHeartbeat()).isEqualTo(pool.clock().instant());
  }

  @Test
  void theFramesOfASilentWorkerGoElsewhere() {
    WorkerNode node = pool.join("a");
    pool.places().lease(NOBODY, any -> true);
    silent(20);

    assertThat(pool.events().of(WorkerGone.class))
        .isEqualTo(List.of(new WorkerGone(node, "worker a has been silent for 20 s")));
  }

  @Test
  void aSilentWorkerWithoutFramesIsNotGone() {
    pool.join("a");
    silent(20);

    assertThat(pool.events().of(WorkerGone.class)).isEmpty();
  }

  @Test
  void aDayOfSilenceIsForgotten() {
    pool.join("a");

    silent(Duration.ofHours(24).toSeconds() - 1);
    assertThat(fleet.find("a")).isPresent();
    silent(1);
    assertThat(fleet.find("a")).isEmpty();
    assertThat(pool.list()).isEmpty();
  }

  @Test
  void aWorkerIsActiveForTenSecondsAfterItsLastFrame() {
    WorkerNode node = pool.join("a");
    pool.places().lease(NOBODY, any -> true);
    assertThat(pool.shown("a").status()).isEqualTo("active");
    node.succeeded(5, 5);

    pool.clock().advanceSeconds(9.9);
    assertThat(pool.shown("a").status()).isEqualTo("active");
    pool.clock().advanceSeconds(0.1);
    assertThat(pool.shown("a").status()).isEqualTo("idle");
  }
}
