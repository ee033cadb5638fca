package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.common.wire.WorkerRegistration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom the ids and addresses of workers belong. */
@ExtendWith(QuietLog.class)
class OwnershipTest {
  private static final Owner STRANGER = new Owner("address 10.0.0.66");

  private final TestPool pool = new TestPool();
  private final WorkerNode honest = pool.join("worker-1");

  private static WorkerRegistration at(String id, String address, int port) {
    return new WorkerRegistration(
        id,
        "host",
        address,
        port,
        List.of(WorkerRegistration.CAPABILITY),
        List.of(WorkerRegistration.JPEG),
        null,
        null,
        null,
        1,
        null);
  }

  private Problems.Refused refusal(WorkerRegistration registration) {
    return Problems.of(() -> pool.join(registration, STRANGER));
  }

  @Test
  void nobodyTakesTheIdOfAnothersWorkerThatIsAlive() {
    assertThat(refusal(at("worker-1", "10.0.0.66", 9009)).status()).isEqualTo(409);
    pool.passes(600);
    assertThat(refusal(at("worker-1", "10.0.0.66", 9009)).status()).isEqualTo(409);

    assertThat(pool.fleet().find("worker-1")).containsSame(honest);
    assertThat(honest.isServing()).isTrue();
    assertThat(pool.events().of(WorkerGone.class)).isEmpty();
  }

  @Test
  void theIdOfAWorkerThatIsOfflineMayBeTaken() {
    pool.clock().advanceSeconds(29);
    assertThat(refusal(at("worker-1", "10.0.0.66", 9009)).status()).isEqualTo(409);
    pool.clock().advanceSeconds(1);
    WorkerNode heir = pool.join(at("worker-1", "10.0.0.66", 9009), STRANGER);

    assertThat(pool.fleet().find("worker-1")).containsSame(heir);
    assertThat(honest.isGone()).isTrue();
  }

  @Test
  void itsOwnerRegistersItAgainWhereverItIsNow() {
    WorkerNode again = pool.join(at("worker-1", "10.0.0.9", 9002));

    assertThat(pool.fleet().find("worker-1")).containsSame(again);
  }

  @Test
  void nobodyKeepsAnothersWorkerAliveOrSaysWhatItHas() {
    pool.clock().advanceSeconds(15);

    assertThat(pool.fleet().heartbeat("worker-1", STRANGER, WorkerHeartbeat.SILENT)).isFalse();
    pool.clock().advanceSeconds(5);
    assertThat(honest.isServing()).isFalse();
  }

  @Test
  void nobodySendsFramesToAnothersWorkerUnderAnIdOfItsOwn() {
    assertThat(refusal(at("mine", "10.0.0.7", 9001)).status()).isEqualTo(409);
    assertThat(pool.join(at("mine", "10.0.0.7", 9002), STRANGER).id()).isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.3.2.1",
        "localhost",
        "0.0.0.0",
        "::1",
        "[::1]",
        "::",
        "::ffff:127.0.0.1"
      })
  void noWorkerIsTheCoordinatorItself(String address) {
    assertThat(refusal(at("mirror", address, 8000)).status()).isEqualTo(409);
    assertThat(pool.join(at("neighbour", address, 8001), STRANGER).id()).isEqualTo("neighbour");
  }

  /** What one said that is gone is nothing against who has its id now. */
  @Test
  void whoTakesAnIdOverDoesNotTakeItsQuarantine() {
    for (int i = 0; i < 3; i++) {
      honest.trust().implausible("posted boxes beyond the frame");
    }
    assertThat(honest.isQuarantined()).isTrue();
    assertThat(pool.join("worker-1").isQuarantined()).isTrue();
    pool.clock().advanceSeconds(60);

    assertThat(pool.join(at("worker-1", "10.0.0.66", 1), STRANGER).isQuarantined()).isFalse();
  }
}
