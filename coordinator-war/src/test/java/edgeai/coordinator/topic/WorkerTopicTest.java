package edgeai.coordinator.topic;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class WorkerTopicTest {
  private final TestPool pool = new TestPool();
  private final WorkerTopic topic = new WorkerTopic(pool.roster());
  private WorkerNode node;

  @BeforeEach
  void known() {
    node = pool.join("a");
    assertThat(told(false)).containsExactly("a idle closed");
  }

  private List<String> told(boolean second) {
    return Told.data(topic.beat(second)).stream()
        .map(
            data ->
                "%s %s %s"
                    .formatted(data.text("worker_id"), data.text("status"), data.text("circuit")))
        .toList();
  }

  @Test
  void nothingNewIsNotTold() {
    assertThat(told(true)).isEmpty();
    assertThat(told(false)).isEmpty();
  }

  @Test
  void oneThatJoinsIsToldAtTheNextBeat() {
    pool.join("b");
    assertThat(told(false)).containsExactly("b idle closed");
  }

  @Test
  void countersAreToldOnceASecond() {
    pool.passes(1);
    assertThat(told(false)).isEmpty();
    assertThat(told(true)).containsExactly("a idle closed");
    assertThat(told(true)).isEmpty();
  }

  @Test
  void countersThatWaitedAreToldWhateverCameInBetween() {
    pool.passes(1);
    assertThat(told(false)).isEmpty();
    pool.join("b");
    assertThat(told(false)).containsExactly("b idle closed");
    assertThat(told(true)).containsExactly("a idle closed");
  }

  @Test
  void workAndRestAreToldAtOnce() {
    pool.places().lease(Set.of(), any -> true);
    assertThat(told(false)).containsExactly("a active closed");
    node.succeeded(10, 10);
    pool.passes(10);
    assertThat(told(false)).containsExactly("a idle closed");
  }

  @Test
  void silenceAndReturnAreToldAtOnce() {
    pool.clock().advanceSeconds(30);
    assertThat(told(false)).containsExactly("a offline closed");
    pool.heartbeat("a");
    assertThat(told(false)).containsExactly("a idle closed");
  }

  @Test
  void aCircuitThatOpensIsToldAtOnce() {
    for (int failure = 0; failure < 3; failure++) {
      pool.places().lease(Set.of(), any -> true);
      node.failed("broken");
    }
    assertThat(told(false)).containsExactly("a offline open");
  }

  @Test
  void aNewRegistrationIsTold() {
    pool.clock().advanceSeconds(1);
    pool.join("a");
    assertThat(told(false)).containsExactly("a idle closed");
  }

  @Test
  void oneThatLeavesIsToldAsItWasLast() {
    pool.fleet().remove("a");
    assertThat(told(false)).containsExactly("a removed closed");
    assertThat(told(true)).isEmpty();
  }

  @Test
  void theFirstWhoListensAgainIsToldOfAll() {
    topic.forget();
    assertThat(told(false)).containsExactly("a idle closed");
  }
}
