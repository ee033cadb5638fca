package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerChoiceTest {
  private static final Set<String> NOBODY = Set.of();

  private final TestPool pool = new TestPool();

  private WorkerNode join(String id, int places) {
    return pool.join(TestPool.worker(id, places));
  }

  private static WorkerNode takesMs(WorkerNode node, double ms) {
    node.tryLease();
    node.succeeded(ms, ms);
    return node;
  }

  private Optional<String> leased(Set<String> avoid) {
    return pool.places().lease(avoid, any -> true).map(WorkerNode::id);
  }

  @Test
  void theQuickerWorkerGetsTheFrame() {
    takesMs(join("slow", 4), 100);
    takesMs(join("quick", 4), 10);

    assertThat(leased(NOBODY)).contains("quick");
  }

  @Test
  void aQuickWorkerWithManyFramesGivesWayToASlowerOne() {
    takesMs(join("slow", 4), 25);
    takesMs(join("quick", 4), 10);

    assertThat(List.of(leased(NOBODY), leased(NOBODY), leased(NOBODY)))
        .isEqualTo(List.of(Optional.of("quick"), Optional.of("quick"), Optional.of("slow")));
  }

  @Test
  void anUnknownPaceCountsAsQuickAsTheQuickest() {
    takesMs(join("b-known", 4), 10);
    join("a-new", 4);
    takesMs(join("c-slow", 4), 50);

    assertThat(leased(NOBODY)).contains("a-new");
    assertThat(leased(NOBODY)).contains("b-known");
  }

  @Test
  void equalsAreServedByTheirIds() {
    join("b", 1);
    join("a", 1);

    assertThat(leased(NOBODY)).contains("a");
    assertThat(leased(NOBODY)).contains("b");
    assertThat(leased(NOBODY)).isEmpty();
  }

  @Test
  void noWorkerGetsMoreThanItsPlaces() {
    join("a", 2);

    assertThat(leased(NOBODY)).isPresent();
    assertThat(leased(NOBODY)).isPresent();
    assertThat(leased(NOBODY)).isEmpty();
  }

  @Test
  void aWorkerToBeAvoidedIsTakenOnlyWhereNoOtherServes() {
    takesMs(join("tried", 4), 10);
    takesMs(join("other", 1), 1_000);

    assertThat(leased(Set.of("tried"))).contains("other");
    assertThat(leased(Set.of("tried"))).as("the other is busy, not away").isEmpty();
    pool.fleet().remove("other");
    assertThat(leased(Set.of("tried"))).contains("tried");
  }

  @Test
  void anOtherWithAnOpenCircuitIsNoOther() {
    join("tried", 4);
    WorkerNode broken = join("broken", 1);
    for (int i = 0; i < 3; i++) {
      broken.tryLease();
      broken.failed("broke");
    }

    assertThat(leased(Set.of("tried"))).contains("tried");
  }

  @Test
  void theSmoothedLatencyFollowsTheNewestFramesSlowly() {
    WorkerNode node = takesMs(join("a", 1), 100);
    takesMs(node, 200);

    assertThat(node.smoothedLatencyMs()).isEqualTo(120);
  }

  @Test
  void framesAtTheSameTimeShareTheirWait() {
    WorkerNode node = join("a", 4);
    node.tryLease();
    node.tryLease();
    node.succeeded(100, 40);

    assertThat(node.smoothedLatencyMs()).isEqualTo(50);
    assertThat(pool.shown("a").avgProcessingMs()).isEqualTo(40);
    assertThat(pool.shown("a").pendingFrames()).isEqualTo(1);
  }
}
