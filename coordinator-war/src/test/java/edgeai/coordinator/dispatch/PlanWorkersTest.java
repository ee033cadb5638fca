package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import org.junit.jupiter.api.Test;

class PlanWorkersTest {
  private final TestPool pool = new TestPool();
  private final WorkerNode a = pool.joinWithPieces("a");
  private final WorkerNode b = pool.joinWithPieces("b");
  private final PlanWorkers workers = new PlanWorkers();

  private void lines(WorkerNode worker, int first) {
    for (int line = first; line < first + 10; line++) {
      workers.line(worker, line * 20_000_000L);
    }
  }

  @Test
  void piecesGoToWhoTakesThemUntilItRefusesThoseOfThisVideo() {
    assertThat(workers.take(a)).isTrue();
    assertThat(workers.take(pool.join("only frames"))).isFalse();
    workers.refusedBy(a);

    assertThat(workers.take(a)).isFalse();
    assertThat(workers.take(b)).isTrue();
  }

  @Test
  void eachWorkerHasAPaceOfItsOwn() {
    assertThat(workers.paceMs(a)).isZero();
    lines(a, 0);

    assertThat(workers.paceMs(a)).isEqualTo(20);
    assertThat(workers.paceMs(b)).isZero();
  }

  @Test
  void aPauseIsNoPartOfAPace() {
    lines(a, 0);
    workers.beginsAfterPause(a);
    lines(a, 1_000);

    assertThat(workers.paceMs(a)).isEqualTo(20);
  }

  @Test
  void whoIsGoneIsForgotten() {
    lines(a, 0);
    workers.refusedBy(a);
    workers.forget(a);

    assertThat(workers.paceMs(a)).isZero();
    assertThat(workers.take(a)).isTrue();
  }

  @Test
  void aVideoThatNobodyCanDoHasAHindranceAndOneThatSomebodyDoesHasNone() {
    for (int undone = 1; undone < Suitability.MOST_UNDONE; undone++) {
      workers.cannotBeDone(a, "fields");
    }
    assertThat(workers.hindrance()).isNull();
    workers.cannotBeDone(a, "fields");
    assertThat(workers.hindrance()).isEqualTo("fields");

    PlanWorkers others = new PlanWorkers();
    others.line(b, 0);
    for (int undone = 0; undone < 2 * Suitability.MOST_UNDONE; undone++) {
      others.cannotBeDone(a, "killed");
    }
    assertThat(others.hindrance()).isNull();
  }
}
