package edgeai.coordinator.dispatch;

import static edgeai.coordinator.frame.TestFrames.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.Reuse;
import edgeai.coordinator.frame.StoredOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Frames that are not inferred end as those do that show the same. */
@Timeout(30)
@ExtendWith(QuietLog.class)
class FollowersTest {
  private static final DispatchBench.BlockingWorkers DONE =
      (frame, worker) -> new WorkerAnswer.Detected(List.of(), 5);

  private static Frame follower(long id, Frame source) {
    Frame frame = frame(id);
    frame.reuses(new Reuse(source.id(), 0.01));
    return frame;
  }

  private static StoredOutcome completed(Frame frame, String workerId) {
    return new StoredOutcome(
        FrameResult.completed(frame.id(), workerId, List.of(), 5, Instant.EPOCH), "sha");
  }

  private static StoredOutcome failed(Frame frame) {
    return new StoredOutcome(
        new FrameResult(
            frame.id(),
            "",
            List.of(),
            Map.of(),
            0,
            Instant.EPOCH,
            FrameResult.FAILED,
            "job",
            frame.id(),
            0L,
            3,
            "3 workers failed on it"),
        "");
  }

  @Test
  void aFrameTakesWhatWasFoundInAnotherOnceThatIsStored() {
    try (DispatchBench bench = new DispatchBench(DONE)) {
      bench.pool.join("a");
      Frame source = frame(1);
      bench.submit(source);
      bench.dispatcher.follow(follower(2, source), source.stored());
      await().until(() -> bench.outcomes.of(1).equals("completed by a"));

      assertThat(bench.outcomes.of(2)).as("the source is not stored").isEmpty();
      assertThat(bench.open.ofJob("job")).extracting(Frame::id).containsExactly(2L);
      source.stored().complete(completed(source, "a"));
      bench.dispatcher.follow(follower(3, source), source.stored());

      await().until(() -> bench.outcomes.of(2).equals("completed by a"));
      await().until(() -> bench.outcomes.of(3).equals("completed by a"));
      assertThat(bench.open.ofJob("job")).isEmpty();
      assertThat(bench.pool.list().get(0).pendingFrames()).isZero();
    }
  }

  @Test
  void manyFollowInTheirOrder() {
    try (DispatchBench bench = new DispatchBench(DONE)) {
      Frame source = frame(1);
      LongStream.rangeClosed(2, 60)
          .forEach(id -> bench.dispatcher.follow(follower(id, source), source.stored()));
      source.stored().complete(completed(source, "a"));

      await().until(() -> bench.outcomes.order.size() == 59);
      assertThat(bench.outcomes.order).isSorted();
    }
  }

  @Test
  void whereTheSourceFailedAFrameIsInferredItself() {
    try (DispatchBench bench = new DispatchBench(DONE)) {
      bench.pool.join("a");
      Frame source = frame(1);
      Frame second = follower(2, source);
      Frame third = follower(3, source);
      bench.dispatcher.follow(second, source.stored());
      bench.dispatcher.follow(third, source.stored());
      source.stored().complete(failed(source));

      await().until(() -> bench.outcomes.of(2).equals("completed by a"));
      await().until(() -> bench.outcomes.of(3).equals("completed by a"));
      assertThat(second.reuse()).isEmpty();
      assertThat(second.triedBy()).containsExactly("a");
    }
  }

  @Test
  void andWhereWhatBecameOfItCannotBeStored() {
    try (DispatchBench bench = new DispatchBench(DONE)) {
      bench.pool.join("a");
      Frame source = frame(1);
      bench.dispatcher.follow(follower(2, source), source.stored());
      source.stored().completeExceptionally(new IllegalStateException("the disk is full"));

      await().until(() -> bench.outcomes.of(2).equals("completed by a"));
    }
  }

  @Test
  void aCancelledJobEndsWithThoseThatFollow() {
    CountDownLatch never = new CountDownLatch(1);
    try (DispatchBench bench =
        new DispatchBench(
            (frame, worker) -> {
              never.await();
              return new WorkerAnswer.Detected(List.of(), 5);
            })) {
      bench.pool.join("a");
      Frame source = frame(1);
      bench.submit(source);
      await().until(() -> bench.out.size() == 1);
      bench.dispatcher.follow(follower(2, source), source.stored());
      bench.dispatcher.cancel("job", "cancelled");

      assertThat(bench.outcomes.of(1)).isEqualTo("failed: cancelled");
      assertThat(bench.outcomes.of(2)).isEqualTo("failed: cancelled");
      source.stored().complete(failed(source));
      assertThat(bench.outcomes.of(2)).isEqualTo("failed: cancelled");
      assertThat(bench.dispatcher.pending()).isZero();
    }
  }

  @Test
  void withoutAThreadNoFrameIsForgotten() {
    AtomicBoolean scarce = new AtomicBoolean();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(4, 4, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          public void execute(Runnable task) {
            if (scarce.getAndSet(false)) {
              throw new RejectedExecutionException("no room");
            }
            super.execute(task);
          }
        };
    try (DispatchBench bench = new DispatchBench(DONE, new TestThreads(threads))) {
      Frame source = frame(1);
      bench.dispatcher.follow(follower(2, source), source.stored());
      scarce.set(true);
      source.stored().complete(completed(source, "a"));
      bench.pool.join("b");

      await().until(() -> bench.outcomes.of(2).equals("completed by b"));
      assertThat(bench.failures.count("following frame")).isEqualTo(1);
    }
  }
}
