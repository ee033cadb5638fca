package edgeai.coordinator.frame;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final int THREADS = 16;

  private final TestPool pool = new TestPool();
  private final WorkerNode a = pool.join("a");
  private final WorkerNode b = pool.join("b");
  private final WorkerNode c = pool.join("c");
  private final Frame frame = TestFrames.frame(1);

  @RepeatedTest(20)
  void aFrameIsSettledOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier together = new CyclicBarrier(THREADS);
      Callable<Boolean> settle =
          () -> {
            together.await();
            return frame.settle();
          };
      int winners = 0;
      for (var result : threads.invokeAll(Collections.nCopies(THREADS, settle))) {
        winners += result.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
      assertThat(frame.isSettled()).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void itRemembersWhoHadItInOrder() {
    frame.begin(b, 0, Instant.EPOCH);
    frame.begin(a, 0, Instant.EPOCH);
    frame.begin(b, 0, Instant.EPOCH);

    assertThat(frame.attempts()).isEqualTo(3);
    assertThat(frame.triedBy()).isEqualTo(List.of("b", "a"));
    assertThat(frame.givenTo("a", any -> true)).isPresent();
    assertThat(frame.givenTo("c", any -> true)).isEmpty();
  }

  @Test
  void anAttemptEndsOnce() {
    Attempt attempt = frame.begin(a, 0, Instant.EPOCH);

    assertThat(attempt.end(FrameAttempt.DIED, "broke", Instant.MAX)).isTrue();
    assertThat(attempt.end(FrameAttempt.COMPLETED, null, Instant.MAX)).isFalse();
  }

  @Test
  void itWantsTheQueueOnceAndOnlyWhileNobodyHasIt() {
    Attempt first = frame.begin(a, 0, Instant.EPOCH);
    Attempt hedge = frame.begin(b, 0, Instant.EPOCH);
    assertThat(List.of(first.isHedge(), hedge.isHedge())).isEqualTo(List.of(false, true));
    first.end(FrameAttempt.DIED, "broke", Instant.EPOCH);
    assertThat(frame.wantsQueue()).isFalse();
    hedge.end(FrameAttempt.DIED, "broke", Instant.EPOCH);

    assertThat(frame.wantsQueue()).isTrue();
    assertThat(frame.wantsQueue()).isFalse();
    frame.begin(c, 0, Instant.EPOCH).end(FrameAttempt.DIED, "broke", Instant.EPOCH);
    assertThat(frame.wantsQueue()).isTrue();
  }

  @Test
  void aFrameThatIsSettledOrCancelledWantsNoQueue() {
    Frame cancelled = TestFrames.frame(2);
    cancelled.cancel();
    frame.settle();

    assertThat(frame.wantsQueue()).isFalse();
    assertThat(cancelled.wantsQueue()).isFalse();
  }

  @Test
  void itsLogIsBoundedHoweverOftenItWasRefused() {
    for (int i = 0; i < 500; i++) {
      frame.begin(a, 0, Instant.EPOCH).end(FrameAttempt.FAILED, i + "x".repeat(999), Instant.EPOCH);
    }

    assertThat(frame.attempts()).isEqualTo(500);
    assertThat(frame.attemptLog()).hasSize(Frame.ATTEMPTS_TOLD);
    assertThat(frame.attemptLog().get(Frame.ATTEMPTS_TOLD - 1).reason())
        .startsWith("499x")
        .hasSize(Attempt.LONGEST_REASON);
  }

  @Test
  void itsLogTellsWhatCameOfEachAttempt() {
    Instant later = Instant.EPOCH.plusSeconds(3);
    frame.begin(a, 0, Instant.EPOCH).end(FrameAttempt.DIED, "broke", later);
    frame.begin(b, 0, Instant.EPOCH);
    frame.begin(c, 0, later);
    assertThat(frame.attemptLog())
        .extracting(FrameAttempt::outcome)
        .isEqualTo(List.of("died", "pending", "pending"));
    frame.settle();
    frame.postedBy(c, later);

    assertThat(frame.attemptLog())
        .isEqualTo(
            List.of(
                new FrameAttempt("a", Instant.EPOCH, later, "died", "broke", false),
                new FrameAttempt("b", Instant.EPOCH, null, "overtaken", null, false),
                new FrameAttempt("c", later, later, "completed", null, true)));
  }
}
