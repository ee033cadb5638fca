package edgeai.coordinator.store;

import static edgeai.coordinator.store.AlertRows.insert;
import static edgeai.coordinator.store.AlertRows.row;
import static edgeai.coordinator.store.AlertRows.rows;
import static edgeai.coordinator.store.AlertRows.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.store.GroupWriter;
import edgeai.coordinator.settings.CoordinatorSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Timeout(30)
@ExtendWith(QuietLog.class)
class LedgerGroupTest {
  private static final int QUEUE = 4_096;

  private static final AtomicInteger TRANSACTIONS = new AtomicInteger();
  private static TestLedger ledger;

  @BeforeAll
  static void open(@TempDir Path folder) {
    ledger = new TestLedger(folder, CountingDatabase::new);
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  @BeforeEach
  void empty() {
    ledger.writer().write(connection -> Database.update(connection, "delete from alert"));
    TRANSACTIONS.set(0);
  }

  /** Holds the writer in an entry of its own until the latch falls. */
  private static CompletableFuture<Void> hold(CountDownLatch latch) {
    CountDownLatch held = new CountDownLatch(1);
    CompletableFuture<Void> done =
        ledger
            .writer()
            .submit(
                connection -> {
                  held.countDown();
                  await().until(() -> latch.getCount() == 0);
                });
    await().until(() -> held.getCount() == 0);
    return done;
  }

  /** Writes how many entries of its group noted that they are there. */
  private static final class Count implements GroupWriter.Epilogue {
    private final List<Integer> written = new ArrayList<>();
    private int noted;

    void note() {
      noted++;
    }

    @Override
    public void begin() {
      noted = 0;
    }

    @Override
    public void write(Connection connection) {
      if (noted > 0) {
        written.add(noted);
      }
    }
  }

  @Test
  void whatEntriesHaveInCommonIsWrittenOnceForAGroup() {
    Count count = new Count();
    ledger.writer().endGroupsWith(count);
    CountDownLatch latch = new CountDownLatch(1);
    hold(latch);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    upTo(50).forEach(number -> all.add(ledger.writer().submit(connection -> count.note())));
    latch.countDown();
    all.forEach(CompletableFuture::join);

    assertThat(count.written).containsExactly(50);
  }

  @Test
  void whatAnEntryNotedThatWasRefusedIsVoid() {
    Count count = new Count();
    ledger.writer().endGroupsWith(count);
    CountDownLatch latch = new CountDownLatch(1);
    hold(latch);
    ledger.writer().submit(connection -> count.note());
    ledger
        .writer()
        .submit(
            connection -> {
              count.note();
              throw new SQLException("refused", "22001");
            });
    CompletableFuture<Void> last = ledger.writer().submit(connection -> count.note());
    latch.countDown();
    last.join();

    assertThat(count.written).containsExactly(1, 1);
  }

  @Test
  void entriesThatWaitTogetherAreCommittedTogether() {
    CountDownLatch latch = new CountDownLatch(1);
    hold(latch);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    upTo(500).forEach(number -> all.add(ledger.writer().submit(row(number))));
    assertThat(ledger.writer().depth()).isEqualTo(500);
    latch.countDown();
    all.forEach(CompletableFuture::join);

    assertThat(rows(ledger.database())).isEqualTo(upTo(500));
    assertThat(TRANSACTIONS).hasValue(2);
  }

  @Test
  void aBadEntryDoesNotTakeItsGroupAlong() {
    CountDownLatch latch = new CountDownLatch(1);
    hold(latch);
    CompletableFuture<Void> first = ledger.writer().submit(row(1));
    CompletableFuture<Void> twice = ledger.writer().submit(row(1));
    CompletableFuture<Void> wrong =
        ledger.writer().submit(connection -> Database.update(connection, "nonsense"));
    CompletableFuture<Void> stumbling =
        ledger
            .writer()
            .submit(
                connection -> {
                  insert(connection, 99);
                  throw new IllegalStateException("a bug");
                });
    CompletableFuture<Void> last = ledger.writer().submit(row(2));
    latch.countDown();

    assertThat(last).succeedsWithin(java.time.Duration.ofSeconds(10));
    assertThat(first).isCompleted();
    assertThat(twice).isCompletedExceptionally();
    assertThat(wrong).isCompletedExceptionally();
    assertThat(stumbling).isCompletedExceptionally();
    assertThat(rows(ledger.database())).isEqualTo(upTo(2));
  }

  @Test
  void whoSubmitsIntoAFullQueueWaitsSaveTheUrgent() {
    CountDownLatch latch = new CountDownLatch(1);
    hold(latch);
    for (int i = 1; i < QUEUE; i++) {
      ledger.writer().submit(connection -> {});
    }
    CompletableFuture<Void> oneMore =
        CompletableFuture.runAsync(() -> ledger.writer().submit(connection -> {}).join());
    CompletableFuture<Void> urgent = ledger.writer().submitUrgently(row(1));

    await().until(() -> ledger.writer().depth() == QUEUE);
    assertThat(oneMore).isNotDone();
    latch.countDown();
    urgent.join();
    oneMore.join();
  }

  private static final class CountingDatabase extends Database {
    CountingDatabase(CoordinatorSettings settings) {
      super(settings);
    }

    @Override
    public <T> T transaction(Work<T> work) throws SQLException {
      TRANSACTIONS.incrementAndGet();
      return super.transaction(work);
    }
  }
}
