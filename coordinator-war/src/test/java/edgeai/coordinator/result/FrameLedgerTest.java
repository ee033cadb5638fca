package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Tag("databases-smoke")
@Timeout(60)
@ExtendWith(QuietLog.class)
class FrameLedgerTest {
  private final FrameSource source = TestFrames.source("job", ResultRules.ALL);
  private final List<Map<String, Integer>> told = new CopyOnWriteArrayList<>();
  private final FiredEvents events = new FiredEvents();
  private TestLedger ledger;
  private RunningTotals totals;
  private ResultStage stage;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    totals = TestTotals.of(ledger);
    stage = TestStage.of(ledger, totals, told::add, events);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Frame frame(long id) {
    return new Frame(id, source, id, id * 40, TestFrames.frame(id).picture());
  }

  /** Holds the writer up, so that everything else waits; open to let it go. */
  private CountDownLatch writerHeldUp() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ledger
        .writer()
        .submit(
            connection -> {
              held.countDown();
              awaitQuietly(go);
            });
    awaitQuietly(held);
    return go;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<CompletableFuture<FrameResult>> complete(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(id -> stage.complete(frame(id), "w", "sha", List.of(seen("car")), 1))
        .toList();
  }

  @Test
  void framesOfPiecesWaitForOthersUntilSomebodyIsInHaste() {
    List<Frame> frames =
        LongStream.rangeClosed(1, 40)
            .mapToObj(id -> Frame.ofPiece(id, source, id, id * 40))
            .toList();
    frames.forEach(frame -> stage.completed(frame, "w", "sha", List.of(), 1));
    CompletableFuture<FrameResult> alone =
        stage.complete(frame(41), "w", "sha", List.of(seen("car")), 1);
    assertThat(alone).succeedsWithin(Duration.ofSeconds(20));
    assertThat(frames).allMatch(frame -> frame.stored().isDone());

    Frame last = Frame.ofPiece(42, source, 42, 1_680);
    stage.completed(last, "w", "sha", List.of(), 1);
    stage.hurry();
    stage.hurry();
    await().atMost(Duration.ofSeconds(20)).until(() -> source.progress().completed() == 42);
  }

  @Test
  void whatWaitsTogetherIsOneEntryAndCountsOnce() {
    CountDownLatch go = writerHeldUp();
    List<CompletableFuture<FrameResult>> stored = complete(1, 600);
    assertThat(ledger.writer().depth()).isEqualTo(3);
    go.countDown();

    assertThat(stored).allSatisfy(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(20)));
    assertThat(new FrameTallies(ledger.database(), null).tally("job"))
        .isEqualTo(new FrameTallies.Tally(600, 0, 600, 0));
    assertThat(totals.summary().totalFrames()).isEqualTo(600);
    assertThat(totals.summary().objectCounts()).isEqualTo(Map.of("car", 600L));
    assertThat(told).hasSize(600);
    assertThat(events.of(ResultStored.class))
        .extracting(event -> event.result().frameId())
        .isEqualTo(LongStream.rangeClosed(1, 600).boxed().toList());
    assertThat(source.progress().completed()).isEqualTo(600);
    assertThat(TestTotals.of(ledger).summary()).isEqualTo(totals.summary());
  }

  @Test
  void oneThatIsRefusedTakesNoOtherOfItsEntryWithIt() {
    CountDownLatch go = writerHeldUp();
    complete(1, 3);
    stage.complete(frame(4), "w", "sha", List.of(seen("x".repeat(1_000_001))), 1);
    List<CompletableFuture<FrameResult>> rest = complete(5, 7);
    go.countDown();

    assertThat(rest).allSatisfy(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(20)));
    await().until(() -> source.progress().failed() == 1);
    assertThat(source.progress().completed()).isEqualTo(6);
    assertThat(totals.summary().totalFrames()).isEqualTo(6);
    assertThat(new FrameTallies(ledger.database(), null).tally("job"))
        .isEqualTo(new FrameTallies.Tally(6, 1, 6, 0));
  }

  /** As after a commit that was durable and answered as failed. */
  @Test
  void framesOfAnEntryThatAreStoredAreNotStoredAgain() {
    complete(2, 2).forEach(CompletableFuture::join);
    CountDownLatch go = writerHeldUp();
    List<CompletableFuture<FrameResult>> again = complete(1, 3);
    go.countDown();

    assertThat(again).allSatisfy(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(20)));
    assertThat(new FrameTallies(ledger.database(), null).tally("job"))
        .isEqualTo(new FrameTallies.Tally(3, 0, 3, 0));
    assertThat(TestTotals.of(ledger).summary().totalFrames()).isEqualTo(3);
  }

  @Test
  void whoComesWithOneTooManyWaitsForRoom() {
    CountDownLatch go = writerHeldUp();
    AtomicInteger given = new AtomicInteger();
    List<CompletableFuture<FrameResult>> stored = new ArrayList<>();
    try (TestThreads threads = new TestThreads()) {
      CompletableFuture<Void> giving =
          CompletableFuture.runAsync(
              () -> {
                for (long id = 1; id <= FrameLedger.MOST + 10; id++) {
                  stored.addAll(complete(id, id));
                  given.incrementAndGet();
                }
              },
              threads.managed());
      await().until(() -> given.get() == FrameLedger.MOST);
      stage.failed(frame(100_000), "w", "no worker");
      await().during(Duration.ofMillis(100)).until(() -> given.get() == FrameLedger.MOST);
      go.countDown();
      assertThat(giving).succeedsWithin(Duration.ofSeconds(30));
    }
    assertThat(stored).allSatisfy(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(20)));
    await().until(() -> source.progress().failed() == 1);
    Database database = ledger.database();
    assertThat(database.list("select count(*) from frame", row -> row.getLong(1)))
        .containsExactly(FrameLedger.MOST + 11L);
  }
}
