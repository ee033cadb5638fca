package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.guard.Failures;
import edgeai.common.network.CallFailure;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.TestFrames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is thrown at whichever stage of a frame's way or a piece's: each frame is settled once,
 * each place is free, and it is counted once.
 */
@Timeout(60)
@ExtendWith(QuietLog.class)
class ThrownAnywhereTest {
  private static final int FRAMES = 4;

  private static Stream<Throwable> kinds() {
    return Stream.of(
        new StackOverflowError(),
        new NoClassDefFoundError("no/such/Class"),
        new IllegalStateException("a bug"));
  }

  private static Stream<Arguments> each(String stage, int times) {
    return Stream.iterate(1, n -> n <= times, n -> n + 1)
        .flatMap(n -> kinds().map(thrown -> Arguments.of(stage, n, thrown)));
  }

  static Stream<Arguments> stagesOfFrames() {
    return Stream.of(
            each("send", 2),
            each("answer", 2),
            each("times", 4),
            each("clock", 4),
            each("completed", 2))
        .flatMap(stage -> stage);
  }

  static Stream<Arguments> stagesOfPieces() {
    return Stream.of(
            each("send", 1),
            each("line", 2),
            each("last line", 1),
            each("cut", 1),
            each("clock", 2 + FRAMES),
            each("completed", 2))
        .flatMap(stage -> stage);
  }

  private static long counted(Failures failures) {
    return Stream.of(
            "dispatcher",
            "dispatched frame",
            "settled frame",
            "frame at a worker",
            "piece dispatcher",
            "piece",
            "piece at a worker")
        .mapToLong(failures::count)
        .sum();
  }

  @ParameterizedTest
  @MethodSource("stagesOfFrames")
  void aFrameEnds(String stage, int nth, Throwable thrown) {
    Tripwire tripwire = new Tripwire(stage, nth, thrown);
    DispatchBench.BlockingWorkers workers =
        (frame, worker) -> {
          tripwire.at("answer");
          return new WorkerAnswer.Detected(List.of(), 5);
        };
    try (DispatchBench bench = new DispatchBench(workers, new TestThreads(), tripwire)) {
      bench.pool.join(TestPool.worker("a", 2));
      for (int id = 1; id <= FRAMES; id++) {
        bench.submit(TestFrames.frame(id));
      }
      await()
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> {
                bench.passes(1);
                return bench.outcomes.byFrame.size() == FRAMES;
              });
      await().until(() -> bench.out.size() == 0 && bench.heldByWorkers() == 0);

      assertThat(tripwire.isTripped()).isTrue();
      assertThat(bench.outcomes.byFrame.values()).allSatisfy(all -> assertThat(all).hasSize(1));
      assertThat(counted(bench.failures)).isOne();
    }
  }

  @ParameterizedTest
  @MethodSource("stagesOfPieces")
  void aPieceEnds(String stage, int nth, Throwable thrown) {
    Tripwire tripwire = new Tripwire(stage, nth, thrown);
    PieceTransport workers =
        (lease, piece, lines) -> {
          for (Frame frame : PieceBench.frames(lease)) {
            tripwire.at("line");
            lines.accept(PieceBench.done(frame.id()));
          }
          tripwire.at("last line");
          return new WorkerAnswer.Delivered();
        };
    try (PieceBench bench = new PieceBench(workers, tripwire)) {
      bench.pool.joinWithPieces("a");
      bench.pool.joinWithPieces("b");
      PiecePlan plan = bench.begin(FRAMES, FRAMES);
      // as the job's own thread does, which decodes what goes alone
      Optional<LoneStretch> alone = bench.awaitAlone(plan);
      while (alone.isPresent()) {
        try (LoneStretch stretch = alone.get()) {
          stretch.frames().forEach(frame -> stretch.fail(frame, "it went alone"));
        }
        alone = bench.awaitAlone(plan);
      }

      assertThat(tripwire.isTripped()).isTrue();
      await().until(() -> bench.outcomes.byFrame.size() == FRAMES);
      assertThat(bench.outcomes.byFrame.values()).allSatisfy(all -> assertThat(all).hasSize(1));
      await().until(() -> bench.leases.size() == 0);
      assertThat(bench.pool.list()).allMatch(worker -> worker.pendingPieces() == 0);
      assertThat(counted(bench.failures)).isOne();
    }
  }

  /** The ledger takes neither that it completed nor that it failed. */
  @Test
  void aFrameThatTheLedgerTakesInNoWayDoesNotHoldUpItsJob() throws InterruptedException {
    Frame frame = TestFrames.frame(1);
    frame.source().progress().taken();
    DispatchBench.BlockingWorkers done = (any, worker) -> new WorkerAnswer.Detected(List.of(), 5);
    Tripwire tripwire = new Tripwire("failed", 1, new StackOverflowError());
    try (DispatchBench bench = new DispatchBench(done, new TestThreads(), tripwire)) {
      bench.outcomes.failing = new StackOverflowError();
      bench.pool.join("a");
      bench.submit(frame);

      frame.source().progress().awaitStored();
      assertThat(frame.source().progress().firstFailure()).contains(CallFailure.UNFORESEEN);
      await().untilAsserted(() -> assertThat(frame.stored()).isCompletedExceptionally());
      await().until(() -> bench.failures.count("settled frame") == 2);
    }
  }
}
