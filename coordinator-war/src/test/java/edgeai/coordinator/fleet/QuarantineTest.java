package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class QuarantineTest {
  private final TestPool pool = new TestPool();

  private WorkerNode lying(int times) {
    WorkerNode node = pool.join("liar");
    lies(node, times);
    return node;
  }

  private void lies(WorkerNode node, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(node.tryLease()).isTrue();
      node.implausible("answered about frame 7 instead");
      // as a good answer in between would, lest the circuit opens first
      assertThat(node.isQuarantined() || node.tryLease()).isTrue();
      if (!node.isQuarantined()) {
        node.succeeded(10, 10);
      }
    }
  }

  @Test
  void threeImplausibleAnswersPutAWorkerAside() {
    WorkerNode node = lying(2);
    assertThat(node.isQuarantined()).isFalse();
    lies(node, 1);

    assertThat(node.isServing()).isFalse();
    assertThat(pool.shown("liar").quarantined()).isTrue();
    assertThat(pool.shown("liar").refusal())
        .matches(
            "quarantined until ..:..:.. UTC: its answers cannot be believed \\(the last:.*7.*");
    assertThat(pool.fleet().quarantined()).isEqualTo(1);
    assertThat(pool.places().lease(Set.of(), any -> true)).isEmpty();
  }

  @Test
  void afterFiveMinutesItHasOneMoreChance() {
    WorkerNode node = lying(3);
    pool.passes(Quarantine.LENGTH.toSeconds() + 1);
    assertThat(node.isServing()).isTrue();
    assertThat(pool.shown("liar").refusal()).isNull();
    lies(node, 1);

    assertThat(node.isServing()).isFalse();
  }

  @Test
  void registeringAgainDoesNotEndIt() {
    lying(3);
    WorkerNode again = pool.join("liar");

    assertThat(again.isServing()).isFalse();
    assertThat(pool.shown("liar").quarantined()).isTrue();
  }

  @Test
  void aRegistrationAfterItIsAFreshStart() {
    lying(3);
    pool.passes(Quarantine.LENGTH.toSeconds() + 1);
    WorkerNode again = pool.join("liar");
    lies(again, 2);

    assertThat(again.isServing()).isTrue();
  }
}
