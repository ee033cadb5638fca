package edgeai.coordinator.dispatch;

import static edgeai.coordinator.dispatch.PieceBench.DONE;
import static edgeai.coordinator.dispatch.PieceBench.never;
import static edgeai.coordinator.dispatch.PieceBench.rogueA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.process.ServerEnding;
import edgeai.common.wire.FrameAttempt;
import edgeai.common.wire.Worker;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.ResultRules;
import edgeai.settings.Tiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(QuietLog.class)
class PieceDispatcherTest {
  @Test
  void aJobIsDoneByThoseWhoTakePieces() {
    try (PieceBench bench = new PieceBench(DONE)) {
      PiecePlan plan = bench.begin(100, 12);
      bench.pool.join("only frames");
      bench.pool.joinWithPieces("a");
      bench.pool.joinWithPieces("b");

      await().until(() -> bench.areAllCompleted(100));
      assertThat(bench.completedBy("only frames")).isZero();
      await().until(() -> bench.leases.size() == 0);
      assertThat(bench.open.ofJob("job")).isEmpty();
      assertThat(bench.figures.retries()).isZero();
      assertThat(bench.figures.pieces()).isBetween(2L, 100L);
      assertThat(plan.source().progress().submitted()).isEqualTo(100);
      bench.pool.fleet().remove("only frames");
      assertThat(bench.awaitAlone(plan)).isEmpty();
      assertThat(bench.pool.list()).allMatch(worker -> worker.circuit().equals("closed"));
    }
  }

  @Test
  void agentsAreFedWhileOthersDoPieces() {
    CountDownLatch fed = new CountDownLatch(1);
    PieceTransport waits =
        (lease, piece, lines) -> {
          fed.await();
          return DONE.send(lease, piece, lines);
        };
    try (PieceBench bench = new PieceBench(waits)) {
      bench.pool.joinWithPieces("a");
      bench.pool.join(TestPool.agent("agent"));
      PiecePlan plan = bench.begin(100, 10);

      try (LoneStretch alone = bench.awaitAlone(plan).orElseThrow()) {
        assertThat(alone.frames()).hasSize(4);
        WorkerNode a = bench.pool.fleet().find("a").orElseThrow();
        WorkerNode agent = bench.pool.fleet().find("agent").orElseThrow();
        assertThat(plan.source().hasPiecesFor(a)).isTrue();
        assertThat(plan.source().hasPiecesFor(agent)).isFalse();
        bench.pool.fleet().remove("agent");
        fed.countDown();
      }
      await().until(() -> bench.completedBy("a") == 96);
    }
  }

  @Test
  void framesThatAreCutGoToThoseAloneWhoCanCut() {
    try (PieceBench bench = new PieceBench(DONE)) {
      ResultRules cut = new ResultRules(OptionalDouble.empty(), Set.of(), Tiles.TWO);
      PiecePlan plan = PieceBench.plan("job", cut, 20, 10);
      bench.pool.join(TestPool.agent("agent"));
      bench.pool.joinWithPieces("plain");
      bench.dispatcher.begin(plan);
      await()
          .during(Duration.ofMillis(300))
          .until(() -> bench.leases.size() == 0 && bench.open.ofJob("job").isEmpty());
      assertThat(bench.pool.fleet().trouble(plan.source()::unfit))
          .contains(
              "No worker does frames: agent cannot cut frames into tiles, and those of this job are"
                  + " cut into 2x1; plain cannot cut frames into tiles, and those of this job are cut"
                  + " into 2x1.");
      bench.pool.joinCutting("c");

      await().until(() -> bench.completedBy("c") == 20);
      assertThat(bench.awaitAlone(plan)).isEmpty();
      assertThat(bench.pool.fleet().trouble(plan.source()::unfit)).isEmpty();
    }
  }

  @Test
  void theFramesOfAWorkerThatIsGoneGoElsewhere() {
    try (PieceBench bench = new PieceBench(rogueA((lease, piece, lines) -> never()))) {
      bench.pool.joinWithPieces("a");
      bench.begin(16, 8);
      await().until(() -> bench.leases.size() == 2);
      assertThat(bench.pool.list())
          .singleElement()
          .returns(16, Worker::pendingFrames)
          .returns(2, Worker::pendingPieces);
      bench.pool.joinWithPieces("b");
      bench.pool.fleet().remove("a");

      await().until(() -> bench.completedBy("b") == 16);
      await().until(() -> bench.leases.size() == 0);
    }
  }

  /** It stands still with a piece, and the plan is empty. */
  @Test
  void whoHasNothingToDoHelpsOneThatLags() {
    try (PieceBench bench = new PieceBench(rogueA((lease, piece, lines) -> never()))) {
      bench.pool.joinWithPieces("a");
      PiecePlan plan = bench.begin(8, 8);
      await().until(() -> bench.leases.size() == 1);
      bench.pool.joinWithPieces("b");

      await().until(() -> bench.areAllCompleted(8));
      assertThat(bench.completedBy("b")).isEqualTo(8);
      assertThat(bench.figures.hedges()).isEqualTo(8);
      assertThat(bench.awaitAlone(plan)).isEmpty();
      assertThat(bench.leases.size()).isZero();
      assertThat(bench.pool.list()).allMatch(worker -> worker.circuit().equals("closed"));
    }
  }

  @Test
  void theFirstOfTwoAnswersCounts() {
    CountDownLatch late = new CountDownLatch(1);
    PieceTransport slow =
        rogueA(
            (lease, piece, lines) -> {
              for (boolean waiting = true; waiting; ) {
                try {
                  late.await();
                  waiting = false;
                } catch (InterruptedException e) {
                  waiting = true; // does not notice that its call was ended
                }
              }
              return DONE.send(lease, piece, lines);
            });
    try (PieceBench bench = new PieceBench(slow)) {
      bench.pool.joinWithPieces("a");
      bench.begin(8, 8);
      await().until(() -> bench.leases.size() == 1);
      bench.pool.joinWithPieces("b");
      await().until(() -> bench.areAllCompleted(8));
      late.countDown();

      await().during(Duration.ofMillis(200)).until(() -> bench.areAllCompleted(8));
      assertThat(bench.completedBy("a")).isZero();
    }
  }

  @Test
  void aCancelledJobIsGivenUpAndItsPlacesAreFree() {
    try (PieceBench bench = new PieceBench((lease, piece, lines) -> never())) {
      bench.pool.joinWithPieces("a");
      PiecePlan plan = bench.begin(100, 8);
      await().until(() -> bench.leases.size() == 2);
      List<Frame> begun = bench.open.ofJob("job");
      bench.dispatcher.cancel("job", "cancelled");

      assertThat(bench.awaitAlone(plan)).isEmpty();
      assertThat(bench.leases.size()).isZero();
      assertThat(bench.pool.list().get(0).pendingPieces()).isZero();
      assertThat(bench.pool.list().get(0).circuit()).isEqualTo("closed");
      assertThat(begun)
          .hasSize(16)
          .allSatisfy(
              frame ->
                  assertThat(frame.attemptLog())
                      .extracting(FrameAttempt::outcome)
                      .isEqualTo(List.of(FrameAttempt.CANCELLED)));
    }
  }

  @Test
  void aServerThatEndsFinishesWhatIsOutAndBeginsNothing() {
    CountDownLatch told = new CountDownLatch(1);
    PieceTransport whenTold =
        (lease, piece, lines) -> {
          told.await();
          return DONE.send(lease, piece, lines);
        };
    try (PieceBench bench = new PieceBench(whenTold);
        TestThreads others = new TestThreads()) {
      bench.pool.joinWithPieces("a");
      bench.begin(100, 8);
      await().until(() -> bench.leases.size() == 2);
      CompletableFuture<Void> ending =
          CompletableFuture.runAsync(
              () -> bench.dispatcher.onServerEnding(new ServerEnding()), others.managed());
      await().during(Duration.ofMillis(100)).until(() -> !ending.isDone());
      told.countDown();

      await().until(ending::isDone);
      assertThat(bench.outcomes.byFrame).hasSize(16);
      await().during(Duration.ofMillis(300)).until(() -> bench.leases.size() == 0);
    }
  }

  @Test
  void picturesAreWantedWhileSomebodyWatches() {
    Map<Long, Boolean> wanted = new ConcurrentHashMap<>();
    PieceTransport notes =
        (lease, piece, lines) -> {
          lease.wanted().forEach(frame -> wanted.put(frame.id(), frame.pictureWanted()));
          return DONE.send(lease, piece, lines);
        };
    try (PieceBench bench = new PieceBench(notes)) {
      bench.pool.joinWithPieces("a");
      bench.begin(8, 8);
      await().until(() -> bench.areAllCompleted(8));
      assertThat(wanted).hasSize(8).doesNotContainValue(true);

      bench.attention.viewerCame();
      bench.dispatcher.begin(PieceBench.plan("watched", 8, 8));
      await().until(() -> wanted.values().stream().allMatch(Boolean::booleanValue));
    }
  }

  @Test
  void jobsAreServedInTurn() {
    Map<String, Integer> pieces = new ConcurrentHashMap<>();
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(1);
    PieceTransport counts =
        (lease, piece, lines) -> {
          both.await();
          pieces.merge(lease.jobId(), 1, Integer::sum);
          if (begun.incrementAndGet() > 6) {
            return never();
          }
          return DONE.send(lease, piece, lines);
        };
    try (PieceBench bench = new PieceBench(counts)) {
      bench.dispatcher.begin(PieceBench.plan("one", 10_000, 4));
      bench.dispatcher.begin(PieceBench.plan("two", 10_000, 4));
      bench.pool.joinWithPieces("a");
      both.countDown();

      await().until(() -> begun.get() == 8);
      assertThat(pieces.values()).containsExactly(4, 4);
    }
  }

  /** Busy is not broken. */
  @Test
  void aWorkerThatIsFullIsAskedAgainLaterAndItsCircuitStaysClosed() {
    AtomicInteger asked = new AtomicInteger();
    PieceTransport busy =
        (lease, piece, lines) ->
            asked.incrementAndGet() <= 5
                ? new WorkerAnswer.Full("answered 503")
                : DONE.send(lease, piece, lines);
    try (PieceBench bench = new PieceBench(busy)) {
      bench.pool.joinWithPieces("a");
      bench.begin(8, 8);
      await().until(() -> asked.get() >= 1 && bench.leases.size() == 0);
      await().during(Duration.ofMillis(200)).until(() -> asked.get() == 1);
      for (int i = 2; i <= 6; i++) {
        int so = i;
        bench.pool.passes(1);
        await().until(() -> asked.get() == so);
      }

      await().until(() -> bench.areAllCompleted(8));
      assertThat(bench.pool.list().get(0).circuit()).isEqualTo("closed");
      assertThat(bench.figures.retries()).as("nothing was tried").isZero();
    }
  }

  /** The second of two pieces is not begun while the first is in work, however long that takes. */
  @Test
  void aPieceAtHandIsNotSilentWhileTheOneInWorkGoesOn() {
    PieceLeases leases = new PieceLeases();
    try (PieceBench bench = new PieceBench(DONE)) {
      WorkerNode a = bench.pool.joinWithPieces("a");
      PiecePlan plan = PieceBench.plan("job", 16, 8);
      PieceLease inWork = lease(plan, a);
      PieceLease atHand = lease(plan, a);
      leases.add(inWork);
      leases.add(atHand);
      await().until(() -> leases.silentNanos(a) > Duration.ofMillis(50).toNanos());
      leases.heard(a);
      leases.remove(inWork);

      assertThat(Duration.ofNanos(leases.silentNanos(a))).isLessThan(Duration.ofMillis(50));
    }
  }

  private static PieceLease lease(PiecePlan plan, WorkerNode worker) {
    Stretch stretch = plan.take(PieceSize.exactly(8), any -> true, any -> {}).orElseThrow();
    return new PieceLease(plan, worker, stretch, List.of(), List.of());
  }
}
