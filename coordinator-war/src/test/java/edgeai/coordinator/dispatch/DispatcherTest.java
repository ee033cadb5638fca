package edgeai.coordinator.dispatch;

import static edgeai.coordinator.frame.TestFrames.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.process.ServerEnding;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import edgeai.settings.Tiles;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(30)
@ExtendWith(QuietLog.class)
class DispatcherTest {
  private static final Owner STRANGER = new Owner("address 10.0.0.66");
  private static final DispatchBench.BlockingWorkers DONE = (frame, worker) -> done();

  private static WorkerAnswer done() {
    return new WorkerAnswer.Detected(List.of(), 5);
  }

  /** Answers never, until it is interrupted. */
  private static WorkerAnswer never(Frame frame, WorkerNode worker) throws InterruptedException {
    new CountDownLatch(1).await();
    return done();
  }

  @Test
  void aFrameWaitsForAWorkerAndIsDone() {
    try (DispatchBench bench = new DispatchBench(DONE)) {
      bench.submit(frame(1));
      assertThat(bench.dispatcher.pending()).isEqualTo(1);
      bench.pool.join("a");

      await().until(() -> bench.outcomes.of(1).equals("completed by a"));
      await().until(() -> bench.out.size() == 0);
      assertThat(bench.open.find(1)).isEmpty();
      assertThat(bench.figures.retries()).isZero();
    }
  }

  @Test
  void aFrameThatIsCutWaitsForAWorkerThatCanAlsoWhereItIsTriedAgain() {
    DispatchBench.BlockingWorkers firstDies =
        (frame, worker) -> worker.id().equals("first") ? new WorkerAnswer.Died("broke") : done();
    try (DispatchBench bench = new DispatchBench(firstDies)) {
      ResultRules cut = new ResultRules(OptionalDouble.empty(), Set.of(), Tiles.SIX);
      Frame frame = new Frame(1, TestFrames.source("job", cut), 0, 0, frame(2).picture());
      bench.pool.join(TestPool.agent("agent"));
      bench.pool.join("plain");
      bench.submit(frame);
      bench.submit(frame(2, "whole"));
      await().until(() -> bench.outcomes.of(2).startsWith("completed by"));
      bench.pool.joinCutting("first");
      await().until(() -> frame.triedBy().contains("first") && !frame.isOut());
      bench.pool.joinCutting("second");

      await().until(() -> bench.outcomes.of(1).equals("completed by second"));
      assertThat(frame.triedBy()).contains("first", "second").doesNotContain("agent", "plain");
    }
  }

  @Test
  void aFrameGoesToAWorkerThatHasItsModelAndToNoOther() {
    try (DispatchBench bench = new DispatchBench(DONE)) {
      bench.pool.model().hold("cd".repeat(32));
      bench.pool.join(TestPool.withModel("other", "cd".repeat(32)));
      bench.submit(frame(1));
      await().during(Duration.ofMillis(300)).until(() -> bench.dispatcher.pending() == 1);

      bench.pool.join(TestPool.withModel("a", TestPool.MODEL));

      await().until(() -> bench.outcomes.of(1).equals("completed by a"));
    }
  }

  @Test
  void aWorkerThatDoesNotHaveTheModelAnyMoreIsNotBlamedAndAskedNoMore() {
    AtomicInteger asked = new AtomicInteger();
    DispatchBench.BlockingWorkers lacking =
        (frame, worker) -> {
          if (worker.id().equals("a")) {
            asked.incrementAndGet();
            return new WorkerAnswer.Lacking("answered 409: another model");
          }
          return done();
        };
    try (DispatchBench bench = new DispatchBench(lacking)) {
      bench.pool.join(TestPool.withModel("a", TestPool.MODEL));
      bench.submit(frame(1));
      await().until(() -> asked.get() == 1 && bench.out.size() == 0);
      await().during(Duration.ofMillis(300)).until(() -> asked.get() == 1);
      assertThat(bench.pool.list().get(0).lastError()).isNull();
      assertThat(bench.pool.list().get(0).circuit()).isEqualTo("closed");

      bench.pool.fleet().heartbeat("a", TestPool.SOMEBODY, new WorkerHeartbeat(List.of(), null));
      bench.pool.join(TestPool.withModel("b", TestPool.MODEL));

      await().until(() -> bench.outcomes.of(1).equals("completed by b"));
    }
  }

  @Test
  void aJobWithEnoughFramesWaitingIsHeldUpAndNoOtherIs() {
    try (DispatchBench bench = new DispatchBench(DONE);
        TestThreads decoders = new TestThreads(Executors.newCachedThreadPool())) {
      CompletableFuture<Void> decoder =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i <= 40; i++) {
                  bench.submit(frame(i, "long"));
                }
              },
              decoders.managed());
      await().until(() -> bench.dispatcher.pending() == 32);
      bench.submit(frame(100, "short"));

      assertThat(decoder).isNotDone();
      assertThat(bench.dispatcher.pending()).isEqualTo(33);
      bench.pool.join("a");
      await().until(() -> bench.outcomes.byFrame.size() == 41);
      assertThat(decoder).isCompleted();
    }
  }

  @Test
  void aResultThatTheCoordinatorFailsOnEndsItsFrame() {
    try (DispatchBench bench = new DispatchBench(DONE)) {
      bench.outcomes.failing = new NoClassDefFoundError("no/such/Class");
      bench.pool.join("a");
      bench.submit(frame(1));

      await().until(() -> !bench.outcomes.of(1).isEmpty());
      assertThat(bench.outcomes.of(1))
          .startsWith("failed: The coordinator failed on its result: ")
          .doesNotContain("no/such/Class", "Error");
      await().until(() -> bench.failures.count("settled frame") == 1);
      assertThat(bench.heldByWorkers()).isZero();
      bench.outcomes.failing = null;
      bench.submit(frame(2));
      await().until(() -> bench.outcomes.of(2).equals("completed by a"));
    }
  }

  /** As at the end of memory for threads. */
  @Test
  void aFrameWithoutAThreadGivesItsPlaceBackAndIsDoneLater() {
    AtomicInteger tasks = new AtomicInteger();
    ExecutorService scarce =
        new ThreadPoolExecutor(4, 4, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          public void execute(Runnable task) {
            // the first is the dispatcher's own loop
            int number = tasks.incrementAndGet();
            if (number == 2) {
              throw new OutOfMemoryError("unable to create native thread");
            } else if (number == 3) {
              throw new RejectedExecutionException("no room");
            }
            super.execute(task);
          }
        };
    try (DispatchBench bench = new DispatchBench(DONE, new TestThreads(scarce))) {
      bench.pool.join("a");
      bench.submit(frame(1));

      await().until(() -> bench.outcomes.of(1).equals("completed by a"));
      assertThat(bench.failures.count("dispatcher")).isEqualTo(2);
      await().until(() -> bench.out.size() == 0 && bench.heldByWorkers() == 0);
    }
  }

  @Test
  void aFrameThatThreeWorkersDieOnHasFailed() {
    try (DispatchBench bench = new DispatchBench((f, w) -> new WorkerAnswer.Died("broke"))) {
      List.of("a", "b", "c").forEach(bench.pool::join);
      bench.submit(frame(1));

      await().until(() -> !bench.outcomes.of(1).isEmpty());
      assertThat(bench.outcomes.of(1))
          .matches("failed: 3 workers failed on it; the last, .: broke");
      assertThat(bench.figures.failures()).isEqualTo(1);
      assertThat(bench.figures.retries()).isEqualTo(2);
    }
  }

  /** As three did that failed 181 frames of a job with words of their own. */
  @Test
  void strangersThatSayNothingCanBeDoneFailNoFrameAndArePutAside() {
    DispatchBench.BlockingWorkers strangersDecline =
        (f, w) -> w.isOf(STRANGER) ? new WorkerAnswer.Declined("answered 422", false) : done();
    try (DispatchBench bench = new DispatchBench(strangersDecline)) {
      for (String id : List.of("s1", "s2", "s3", "s4")) {
        bench.pool.join(id, STRANGER);
      }
      bench.pool.join("honest");
      for (int i = 1; i <= 60; i++) {
        bench.submit(frame(i));
      }

      await().until(() -> bench.outcomes.byFrame.size() == 60);
      for (int i = 1; i <= 60; i++) {
        assertThat(bench.outcomes.of(i)).isEqualTo("completed by honest");
      }
      assertThat(bench.pool.list())
          .filteredOn(worker -> worker.workerId().startsWith("s"))
          .anyMatch(worker -> worker.circuit().equals("open"));
    }
  }

  @Test
  void aFrameThatStrangersCannotDoWaitsForAnotherThatIsAwayForAMoment() {
    DispatchBench.BlockingWorkers strangersDecline =
        (f, w) -> w.isOf(STRANGER) ? new WorkerAnswer.Declined("answered 422", false) : done();
    try (DispatchBench bench = new DispatchBench(strangersDecline)) {
      WorkerNode honest = bench.pool.join("honest");
      for (int i = 0; i < 3; i++) {
        honest.disproved("as if it had failed");
      }
      bench.pool.join("s1", STRANGER);
      Frame frame = frame(1);
      bench.submit(frame);
      await().until(() -> frame.attempts() == 3);
      await().during(Duration.ofMillis(300)).until(() -> frame.attempts() == 3);

      bench.passes(2);
      await().until(() -> bench.outcomes.of(1).equals("completed by honest"));
    }
  }

  @Test
  void whoNeverDidAnythingAndSaysNothingIsNothingAgainstAFrame() {
    DispatchBench.BlockingWorkers strangersAreSilent =
        (f, w) -> w.isOf(STRANGER) ? never(f, w) : done();
    try (DispatchBench bench = new DispatchBench(strangersAreSilent)) {
      Frame frame = frame(1);
      bench.submit(frame);
      for (String id : List.of("s1", "s2", "s3", "s4")) {
        bench.pool.join(id, STRANGER);
        await().until(() -> bench.out.size() == 1);
        bench.pool.fleet().remove(id);
        await().until(() -> bench.out.size() == 0);
      }

      assertThat(frame.strikes().count()).isZero();
      bench.pool.join("honest");
      await().until(() -> bench.outcomes.of(1).equals("completed by honest"));
    }
  }

  @Test
  void whatOneWorkerRefusesAnotherDoes() {
    DispatchBench.BlockingWorkers onlyB =
        (f, w) -> w.id().equals("b") ? done() : new WorkerAnswer.Unserved("answered 503");
    try (DispatchBench bench = new DispatchBench(onlyB)) {
      bench.pool.join("a");
      bench.submit(frame(1));
      bench.pool.join("b");

      await().until(() -> bench.outcomes.of(1).equals("completed by b"));
    }
  }

  @Test
  void theFramesOfAWorkerThatIsGoneGoElsewhere() {
    DispatchBench.BlockingWorkers onlyB = (f, w) -> w.id().equals("b") ? done() : never(f, w);
    try (DispatchBench bench = new DispatchBench(onlyB)) {
      bench.pool.join("a");
      bench.submit(frame(1));
      await().until(() -> bench.out.size() == 1);
      bench.pool.fleet().remove("a");
      bench.pool.join("b");

      await().until(() -> bench.outcomes.of(1).equals("completed by b"));
      await().until(() -> bench.out.size() == 0);
    }
  }

  @Test
  void aCancelledJobIsSettledAndItsPlacesAreFree() {
    try (DispatchBench bench = new DispatchBench(DispatcherTest::never)) {
      bench.pool.join(TestPool.worker("a", 2));
      for (int i = 1; i <= 5; i++) {
        bench.submit(frame(i));
      }
      await().until(() -> bench.out.size() == 2);
      bench.dispatcher.cancel("job", "cancelled");

      for (int i = 1; i <= 5; i++) {
        assertThat(bench.outcomes.of(i)).isEqualTo("failed: cancelled");
      }
      await().until(() -> bench.out.size() == 0 && bench.heldByWorkers() == 0);
      assertThat(bench.dispatcher.pending()).isZero();
      assertThat(bench.pool.list().get(0).circuit()).isEqualTo("closed");
    }
  }

  @Test
  void aCallThatWasCancelledBeforeItBeganFreesItsPlace() {
    // the one thread is the dispatcher's own, so that no call ever begins
    TestThreads one = new TestThreads(Executors.newSingleThreadExecutor());
    try (DispatchBench bench = new DispatchBench(DONE, one)) {
      bench.pool.join("a");
      bench.submit(frame(1));
      await().until(() -> bench.out.size() == 1);
      bench.dispatcher.cancel("job", "cancelled");

      assertThat(bench.outcomes.of(1)).isEqualTo("failed: cancelled");
      assertThat(bench.out.size()).isZero();
      assertThat(bench.heldByWorkers()).isZero();
    }
  }

  @Test
  void anAgentThatPostedItsResultFirstHasDoneItsFrame() {
    DispatchBench.BlockingWorkers agent =
        (f, w) -> {
          f.settle();
          return new WorkerAnswer.Delivered();
        };
    try (DispatchBench bench = new DispatchBench(agent)) {
      WorkerNode node = bench.pool.join("a");
      bench.submit(frame(1));

      await().until(node::hasAnswered);
      await().until(() -> bench.out.size() == 0);
      assertThat(bench.outcomes.byFrame).isEmpty();
      assertThat(bench.pool.list().get(0).circuit()).isEqualTo("closed");
    }
  }

  @Test
  void aLibraryThatCannotBeLoadedCostsTheWorkerAndLosesNoFrame() {
    DispatchBench.BlockingWorkers broken =
        (f, w) -> {
          if (w.id().equals("a")) {
            throw new UnsatisfiedLinkError("libjpeg.so.62 is missing");
          }
          return new WorkerAnswer.Detected(List.of(), 1);
        };
    try (DispatchBench bench = new DispatchBench(broken)) {
      bench.pool.join("a");
      bench.submit(frame(1));

      await().until(() -> bench.pool.list().get(0).lastError() != null);
      assertThat(bench.pool.list().get(0).lastError()).contains("libjpeg.so.62 is missing");
      bench.pool.join("b");
      await().until(() -> bench.outcomes.of(1).equals("completed by b"));
    }
  }

  @Test
  void aServerThatEndsFinishesWhatIsOutAndBeginsNothing() {
    CountDownLatch told = new CountDownLatch(1);
    DispatchBench.BlockingWorkers whenTold =
        (f, w) -> {
          told.await();
          return done();
        };
    try (DispatchBench bench = new DispatchBench(whenTold);
        TestThreads others = new TestThreads()) {
      bench.pool.join("a");
      bench.submit(frame(1));
      bench.submit(frame(2));
      await().until(() -> bench.out.size() == 1);
      CompletableFuture<Void> ending =
          CompletableFuture.runAsync(
              () -> bench.dispatcher.onServerEnding(new ServerEnding()), others.managed());
      await().during(Duration.ofMillis(100)).until(() -> !ending.isDone());
      told.countDown();

      await().until(ending::isDone);
      assertThat(bench.outcomes.of(1)).isEqualTo("completed by a");
      await().during(Duration.ofMillis(300)).until(() -> bench.dispatcher.pending() == 1);
      assertThat(bench.outcomes.of(2)).isEmpty();
    }
  }

  @Test
  void soManyFramesAreOutAtATimeAndNoMore() {
    CountDownLatch told = new CountDownLatch(1);
    DispatchBench.BlockingWorkers whenTold =
        (f, w) -> {
          told.await();
          return done();
        };
    try (DispatchBench bench = new DispatchBench(whenTold)) {
      WorkerNode earned = bench.pool.join(TestPool.worker("a", 1_000));
      for (int i = 0; i < 320; i++) {
        earned.did(1);
      }
      for (int i = 0; i < 320; i++) {
        bench.submit(frame(i + 1, "job" + i / 32));
      }
      await().until(() -> bench.out.size() == 256);
      await()
          .during(Duration.ofMillis(200))
          .until(() -> bench.out.size() == 256 && bench.dispatcher.pending() == 64);
      told.countDown();

      await().until(() -> bench.outcomes.byFrame.size() == 320);
    }
  }

  @Test
  void aWorkerThatTakesTooLongLosesTheFrame() {
    DispatchBench.BlockingWorkers onlyOnce =
        (f, w) -> f.id() == 1 || w.id().equals("b") ? done() : never(f, w);
    try (DispatchBench bench =
        new DispatchBench(onlyOnce, new TestThreads(), "FRAME_TIMEOUT", "1")) {
      bench.pool.join("a");
      bench.submit(frame(1));
      await().until(() -> bench.outcomes.of(1).equals("completed by a"));
      bench.submit(frame(2));

      await().until(() -> bench.pool.list().get(0).lastError() != null);
      assertThat(bench.pool.list().get(0).lastError()).contains("did not answer in time");
      bench.pool.join("b");
      await().until(() -> bench.outcomes.of(2).equals("completed by b"));
    }
  }

  @Test
  void openFramesAreThoseOfTheJobThatAreNotSettled() {
    try (DispatchBench bench = new DispatchBench(DONE)) {
      bench.submit(frame(3));
      bench.submit(frame(1));
      bench.submit(frame(2, "other"));
      bench.open.find(3).orElseThrow().settle();

      assertThat(bench.open.ofJob("job")).extracting(Frame::id).isEqualTo(List.of(1L));
    }
  }
}
