package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.TestFrames;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever workers do, each frame is settled exactly once and every place is free in the end. */
@Timeout(60)
@ExtendWith(QuietLog.class)
class DispatchLossTest {
  private static final int FRAMES = 120;

  private final AtomicReference<DispatchBench> bench = new AtomicReference<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void noFrameIsLostAndNoneIsSettledTwice(long seed) {
    Random random = new Random(seed);
    try (DispatchBench opened = new DispatchBench((f, w) -> answer(random, f, w))) {
      bench.set(opened);
      for (int i = 0; i < 4; i++) {
        opened.pool.join("w" + i, 1 + i, new Owner("address 10.0.0." + i));
      }
      // beside the time that passes: where all circuits are open, nothing else lets it go on
      CompletableFuture<Void> decoder = CompletableFuture.runAsync(() -> submitAll(opened));
      await()
          .pollInterval(Duration.ofMillis(2))
          .atMost(Duration.ofSeconds(40))
          .until(
              () -> {
                opened.passes(1);
                return opened.outcomes.byFrame.size() == FRAMES;
              });
      await().until(() -> opened.out.size() == 0 && opened.heldByWorkers() == 0);

      assertThat(decoder).isCompleted();
      assertThat(opened.outcomes.byFrame.values()).allSatisfy(all -> assertThat(all).hasSize(1));
      assertThat(opened.dispatcher.pending()).isZero();
      assertThat(opened.open.ofJob("job1")).isEmpty();
    }
  }

  private static void submitAll(DispatchBench bench) {
    for (int id = 1; id <= FRAMES; id++) {
      bench.submit(TestFrames.frame(id, "job" + id % 3));
    }
  }

  private WorkerAnswer answer(Random random, Frame frame, WorkerNode worker)
      throws InterruptedException {
    return switch (random.nextInt(18)) {
      case 0 -> new WorkerAnswer.Unserved("answered 503");
      case 1 -> new WorkerAnswer.Died("broke the connection");
      case 2 -> new WorkerAnswer.Declined("no picture", false);
      case 3 -> new WorkerAnswer.Declined("boom", true);
      case 4 -> new WorkerAnswer.Delivered();
      case 5 -> throw new IllegalStateException("unforeseen");
      case 6 -> throw new InterruptedException();
      case 7 -> {
        bench.get().pool.join(worker.registration(), worker.owner());
        yield new WorkerAnswer.Detected(List.of(), 5);
      }
      case 8 -> posted(frame, worker);
      case 9 -> new WorkerAnswer.Implausible("answered about frame 7 instead");
      case 10 -> slow();
      default -> new WorkerAnswer.Detected(List.of(), 5);
    };
  }

  /** Long enough for a hedge. */
  private static WorkerAnswer slow() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(300);
    return new WorkerAnswer.Detected(List.of(), 5);
  }

  /** What an agent does: its result is posted before it answers. */
  private WorkerAnswer posted(Frame frame, WorkerNode worker) {
    if (frame.settle()) {
      bench.get().outcomes.completed(frame, worker.id(), "unknown", List.of(), 5);
    }
    return new WorkerAnswer.Delivered();
  }
}
