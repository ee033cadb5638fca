package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.TestFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class FrameFaultTest {
  private final TestPool pool = new TestPool();
  private final FrameFault fault = new FrameFault(pool.fleet());
  private final Frame frame = TestFrames.frame(1);

  private WorkerNode join(String id, String owner) {
    return pool.join(id, new Owner(owner));
  }

  private void declinedBy(WorkerNode... workers) {
    for (WorkerNode worker : workers) {
      frame.strikes().declined(worker);
    }
  }

  @Test
  void threeOfOneOwnerProveNothingWhereAnotherServes() {
    WorkerNode honest = join("honest", "h");
    declinedBy(join("a", "evil"), join("b", "evil"), join("c", "evil"), join("d", "evil"));
    assertThat(fault.isProven(frame)).isFalse();

    declinedBy(honest);
    assertThat(fault.isProven(frame)).isTrue();
  }

  @Test
  void threeOfOneOwnerAreEnoughWhereNobodyElseServes() {
    declinedBy(join("a", "x"), join("b", "x"));
    assertThat(fault.isProven(frame)).isFalse();
    declinedBy(join("c", "x"));

    assertThat(fault.isProven(frame)).isTrue();
  }

  @Test
  void theCoordinatorsOwnWorkerHasTheLastWordHoweverManySaySo() {
    WorkerNode own = pool.joinLocal(1);
    for (int i = 0; i < 9; i++) {
      declinedBy(join("w" + i, "owner " + i));
    }
    assertThat(fault.isProven(frame)).isFalse();

    declinedBy(own);
    assertThat(fault.isProven(frame)).isTrue();
  }

  @Test
  void fiveOwnersAreBelievedAlthoughThereAreOthers() {
    pool.join("silent", new Owner("nobody asked"));
    for (int i = 0; i < 4; i++) {
      declinedBy(join("w" + i, "owner " + i));
    }
    assertThat(fault.isProven(frame)).isFalse();
    declinedBy(join("w4", "owner 4"));

    assertThat(fault.isProven(frame)).isTrue();
  }
}
