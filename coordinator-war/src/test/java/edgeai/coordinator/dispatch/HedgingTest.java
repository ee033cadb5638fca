package edgeai.coordinator.dispatch;

import static edgeai.coordinator.frame.TestFrames.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
@ExtendWith(QuietLog.class)
class HedgingTest {
  private static final WorkerAnswer DONE = new WorkerAnswer.Detected(List.of(), 5);

  private final TestPool pool = new TestPool();

  private Attempt attempt() {
    return frame(1).begin(pool.join("a"), 0, Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    // elapsed, expected, within
    "100, 10, -1",
    "400, 0, 400",
    "200, 2000, 900",
    "1500, 1000, 250",
    "2001, 1000, 1.7976931348623157E308",
  })
  void theLongerItTakesTheMoreASecondWorkerIsWorth(double elapsed, double expected, double within) {
    assertThat(Hedging.worthWithin(attempt(), elapsed, expected).orElse(-1)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "5001, 100, true",
    "4999, 100, false",
    "7999, 2000, false",
    "8001, 2000, true",
    "90000, 0, false"
  })
  void aFrameIsLostFarBeyondItsTimeAndNeverAtAWorkerThatStillLoadsItsModel(
      double elapsed, double expected, boolean lost) {
    assertThat(Hedging.isLost(attempt(), elapsed, expected)).isEqualTo(lost);
  }

  @Test
  void twoWorkersAreTheMost() {
    Attempt first = attempt();
    first.frame().begin(pool.join("b"), 0, Instant.EPOCH);

    assertThat(Hedging.worthWithin(first, 10_000, 1)).isEqualTo(OptionalDouble.empty());
    assertThat(Hedging.isLost(first, 10_000, 1)).isFalse();
  }

  /** Worker a, once it is known, holds whatever it gets until it is told. */
  private static DispatchBench.BlockingWorkers heldByA(CountDownLatch told, WorkerAnswer then) {
    return (frame, worker) -> {
      if (worker.id().equals("a") && worker.hasAnswered()) {
        told.await();
        return then;
      }
      return DONE;
    };
  }

  private static void known(DispatchBench bench) {
    bench.pool.join("a");
    bench.submit(frame(1));
    await().until(() -> bench.outcomes.of(1).equals("completed by a"));
    await().until(() -> bench.out.size() == 0);
  }

  @Test
  void theFirstAnswerCountsAndTheOtherIsDroppedAndCounted() {
    CountDownLatch told = new CountDownLatch(1);
    try (DispatchBench bench = new DispatchBench(heldByA(told, DONE))) {
      known(bench);
      Frame frame = frame(2);
      bench.submit(frame);
      await().until(() -> bench.out.size() == 1);
      bench.pool.join("b");
      await().until(() -> bench.outcomes.of(2).equals("completed by b"));
      assertThat(bench.figures.hedges()).isEqualTo(1);
      assertThat(frame.attemptLog())
          .extracting(FrameAttempt::outcome)
          .isEqualTo(List.of("overtaken", "completed"));
      told.countDown();

      await().until(() -> bench.out.size() == 0);
      assertThat(bench.figures.overtaken()).isEqualTo(1);
      assertThat(bench.figures.retries()).isZero();
      assertThat(bench.outcomes.of(2)).isEqualTo("completed by b");
      assertThat(bench.heldByWorkers()).isZero();
    }
  }

  @Test
  void aHedgeThatFailsLeavesTheFrameToTheFirst() {
    CountDownLatch told = new CountDownLatch(1);
    DispatchBench.BlockingWorkers bRefuses =
        (f, w) ->
            w.id().equals("b") ? new WorkerAnswer.Unserved("no") : heldByA(told, DONE).send(f, w);
    try (DispatchBench bench = new DispatchBench(bRefuses)) {
      known(bench);
      bench.submit(frame(2));
      await().until(() -> bench.out.size() == 1);
      WorkerNode b = bench.pool.join("b");
      await().until(() -> bench.figures.hedges() == 1 && bench.heldByWorkers() == 1);
      assertThat(bench.dispatcher.pending()).isZero();
      told.countDown();

      await().until(() -> bench.outcomes.of(2).equals("completed by a"));
      assertThat(b.isServing()).isTrue();
    }
  }

  @Test
  void aWorkerThatOwesAnAnswerForTooLongHasFailedAndItsPlaceIsFree() {
    try (DispatchBench bench = new DispatchBench(heldByA(new CountDownLatch(1), DONE))) {
      known(bench);
      bench.submit(frame(2));
      await().until(() -> bench.out.size() == 1);
      bench.pool.join("b");
      await().until(() -> bench.outcomes.of(2).equals("completed by b"));
      assertThat(bench.out.size()).isEqualTo(1);

      await().atMost(Duration.ofSeconds(10)).until(() -> bench.out.size() == 0);
      assertThat(bench.heldByWorkers()).isZero();
      assertThat(bench.outcomes.of(2)).isEqualTo("completed by b");
    }
  }

  @Test
  void aFrameThatEverybodyIsBusyWithIsNotHedged() {
    CountDownLatch told = new CountDownLatch(1);
    try (DispatchBench bench = new DispatchBench(heldByA(told, DONE))) {
      known(bench);
      bench.submit(frame(2));
      bench.submit(frame(3));
      await()
          .during(Duration.ofMillis(400))
          .until(() -> bench.out.size() == 1 && bench.figures.hedges() == 0);
      told.countDown();
      await().until(() -> bench.outcomes.of(3).equals("completed by a"));
    }
  }
}
