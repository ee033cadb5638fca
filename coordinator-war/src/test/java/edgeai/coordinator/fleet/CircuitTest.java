package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The circuit of a worker, as the fleet's leases show it. */
class CircuitTest {
  private final TestPool pool = new TestPool();
  private final WorkerNode node = pool.join("a");

  private Optional<WorkerNode> lease() {
    return pool.places().lease(Set.of(), any -> true);
  }

  private void fails() {
    assertThat(lease()).contains(node);
    node.failed("broke the connection");
  }

  private void open() {
    fails();
    fails();
    fails();
  }

  @Test
  void twoFailuresLeaveItClosed() {
    fails();
    fails();

    assertThat(pool.shown("a").circuit()).isEqualTo("closed");
    assertThat(lease()).isPresent();
  }

  @Test
  void aSuccessInBetweenStartsTheCountAgain() {
    fails();
    fails();
    lease();
    node.succeeded(5, 5);
    fails();
    fails();

    assertThat(pool.shown("a").circuit()).isEqualTo("closed");
  }

  @Test
  void threeFailuresInARowOpenIt() {
    open();

    assertThat(pool.shown("a").circuit()).isEqualTo("open");
    assertThat(pool.shown("a").status()).isEqualTo("offline");
    assertThat(lease()).isEmpty();
  }

  @Test
  void aFrameItCannotDoIsNoFailure() {
    for (int i = 0; i < 5; i++) {
      assertThat(lease()).isPresent();
      node.declined();
    }

    assertThat(pool.shown("a").circuit()).isEqualTo("closed");
  }

  @Test
  void aSecondLaterOneSingleFrameProbes() {
    TestPool wide = new TestPool();
    WorkerNode many = wide.join(TestPool.worker("a", 8));
    for (int i = 0; i < 3; i++) {
      wide.places().lease(Set.of(), any -> true);
      many.failed("broke");
    }
    wide.passes(1);
    assertThat(wide.places().lease(Set.of(), any -> true)).isEmpty();
    wide.passes(0.001);

    assertThat(wide.places().lease(Set.of(), any -> true)).isPresent();
    assertThat(wide.shown("a").circuit()).isEqualTo("half_open");
    assertThat(wide.places().lease(Set.of(), any -> true)).isEmpty();
  }

  @Test
  void onceThePauseIsOverItIsShownToServeAlthoughNoFrameComes() {
    open();
    pool.passes(1.001);

    assertThat(pool.shown("a").status()).isNotEqualTo("offline");
    assertThat(pool.shown("a").circuit()).isEqualTo("half_open");
    assertThat(lease()).isPresent();
    assertThat(lease()).isEmpty();
  }

  @Test
  void aProbeThatSucceedsClosesIt() {
    open();
    pool.passes(1.001);
    lease();
    node.succeeded(5, 5);

    assertThat(pool.shown("a").circuit()).isEqualTo("closed");
    assertThat(lease()).isPresent();
  }

  @Test
  void aProbeThatWasNotSentLeavesRoomForAnother() {
    open();
    pool.passes(1.001);
    lease();
    node.released();

    assertThat(lease()).isPresent();
  }

  @Test
  void thePauseDoublesUpToAMinute() {
    open();
    for (int pause : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      pool.passes(pause);
      assertThat(lease()).as("within the pause of %d s", pause).isEmpty();
      pool.passes(0.001);
      fails();
    }
  }

  @Test
  void afterASuccessThePauseStartsAtASecondAgain() {
    open();
    pool.passes(1.001);
    fails();
    pool.passes(2.001);
    lease();
    node.succeeded(5, 5);
    open();
    pool.passes(1.001);

    assertThat(lease()).isPresent();
  }

  @Test
  void registeringAgainIsAFreshCircuit() {
    open();
    pool.join("a");

    assertThat(pool.shown("a").circuit()).isEqualTo("closed");
    assertThat(lease()).isPresent();
  }
}
