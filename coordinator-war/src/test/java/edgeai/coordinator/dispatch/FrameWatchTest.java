package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.TestFrames;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FrameWatchTest {
  private final TestPool pool = new TestPool();
  private final InFlight out = new InFlight(Clock.systemUTC());
  private final List<String> late = new ArrayList<>();
  private final FrameWatch watch =
      new FrameWatch(
          out,
          Duration.ofSeconds(30),
          (attempt, answer) -> late.add(attempt.worker().id() + " " + answer.reason()));
  private final CompletableFuture<WorkerAnswer> call = new CompletableFuture<>();

  private Attempt given(WorkerNode worker) {
    Attempt attempt = out.begin(TestFrames.frame(1), worker);
    attempt.calls(call);
    return attempt;
  }

  private WorkerNode tried(String id) {
    WorkerNode worker = pool.join(id);
    pool.places().lease(Set.of(), any -> true).orElseThrow().succeeded(5, 5);
    return worker;
  }

  @Test
  void aCallIsGivenUpOnceItsWorkerHasHadItsTime() {
    Attempt attempt = given(tried("a"));
    watch.look(attempt.startedAtMs() + 30_000);
    assertThat(call).isNotDone();
    watch.look(attempt.startedAtMs() + 30_100);

    assertThat(late).containsExactly("a did not answer in time");
    assertThat(call).isCancelled();
    assertThat(attempt.hasEnded()).isTrue();
    assertThat(out.size()).isZero();
  }

  @Test
  void theFirstFrameOfAWorkerMayTakeLongerEvenIfAnotherIsAnsweredMeanwhile() {
    WorkerNode worker = pool.join(TestPool.worker("a", 2));
    Attempt attempt = given(worker);
    pool.places().lease(Set.of(), any -> true).orElseThrow().succeeded(5, 5);
    watch.look(attempt.startedAtMs() + 75_000);
    assertThat(late).isEmpty();
    watch.look(attempt.startedAtMs() + 75_100);

    assertThat(late).containsExactly("a did not answer in time");
  }

  /** Its machine may be busy with others; but not for ever, or a job would wait as long. */
  @Test
  void theCoordinatorsOwnWorkerMayTakeTenTimesAsLong() {
    WorkerNode local = pool.joinLocal(1);
    pool.places().lease(Set.of(), any -> true).orElseThrow().succeeded(5, 5);
    Attempt attempt = given(local);
    watch.look(attempt.startedAtMs() + 300_000);
    assertThat(call).isNotDone();
    watch.look(attempt.startedAtMs() + 300_100);

    assertThat(late).containsExactly("coordinator-local did not answer in time");
    assertThat(call).isCancelled();
  }
}
