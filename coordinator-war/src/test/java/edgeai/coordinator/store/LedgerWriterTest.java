package edgeai.coordinator.store;

import static edgeai.coordinator.store.AlertRows.insert;
import static edgeai.coordinator.store.AlertRows.row;
import static edgeai.coordinator.store.AlertRows.rows;
import static edgeai.coordinator.store.AlertRows.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.store.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
class LedgerWriterTest {
  private static TestLedger ledger;

  @BeforeAll
  static void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  @BeforeEach
  void empty() {
    ledger.writer().write(connection -> Database.update(connection, "delete from alert"));
  }

  @Test
  void entriesAreWrittenAndReportedInTheirOrder() {
    List<Long> written = new CopyOnWriteArrayList<>();
    List<Long> committed = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> last = null;
    for (long number : upTo(2_000)) {
      last =
          ledger
              .writer()
              .submit(
                  new LedgerWriter.Entry() {
                    @Override
                    public void write(Connection connection) {
                      written.add(number);
                    }

                    @Override
                    public void committed() {
                      committed.add(number);
                    }
                  });
    }
    last.join();

    assertThat(written).isEqualTo(upTo(2_000));
    assertThat(committed).isEqualTo(upTo(2_000));
  }

  @Test
  void whyTheDatabaseDoesNotWriteIsToldUntilItDoes() {
    CountDownLatch away = new CountDownLatch(1);
    CompletableFuture<Void> stored =
        ledger
            .writer()
            .submit(
                connection -> {
                  if (away.getCount() > 0) {
                    throw new SQLException("No space left on device", "90028");
                  }
                });
    await().until(() -> ledger.writer().trouble().isPresent());
    assertThat(ledger.writer().trouble()).contains("No space left on device");
    away.countDown();

    assertThat(stored).succeedsWithin(Duration.ofSeconds(10));
    assertThat(ledger.writer().trouble()).isEmpty();
  }

  @Test
  void anErrorIsThatOfItsEntryAndTheOthersAreWritten() {
    CompletableFuture<Void> before = ledger.writer().submit(row(1));
    CompletableFuture<Void> failing =
        ledger
            .writer()
            .submit(
                connection -> {
                  throw new NoClassDefFoundError("no/such/Class");
                });
    CompletableFuture<Void> after = ledger.writer().submit(row(2));

    assertThat(after).succeedsWithin(Duration.ofSeconds(10));
    assertThat(before).isCompleted();
    assertThat(failing).isCompletedExceptionally();
    ledger.writer().write(row(3));
    assertThat(rows(ledger.database())).isEqualTo(upTo(3));
  }

  @Test
  void anErrorAfterACommitEndsNeitherItsEntryNorTheWriter() {
    CompletableFuture<Void> stored =
        ledger
            .writer()
            .submit(
                new LedgerWriter.Entry() {
                  @Override
                  public void write(Connection connection) throws SQLException {
                    row(1).write(connection);
                  }

                  @Override
                  public void committed() {
                    throw new NoClassDefFoundError("no/such/Class");
                  }
                });

    assertThat(stored).succeedsWithin(Duration.ofSeconds(10));
    ledger.writer().write(row(2));
    assertThat(rows(ledger.database())).isEqualTo(upTo(2));
  }

  @Test
  void anEntryIsDurableOnceItsFutureEnds() {
    ledger.writer().write(row(1));

    assertThat(rows(ledger.database())).isEqualTo(upTo(1));
  }

  @Test
  void theReasonOfARefusalReachesTheWriter() {
    assertThatThrownBy(
            () ->
                ledger
                    .writer()
                    .write(c -> Database.update(c, "insert into alert values (1, 2, 'b', 3)")))
        .isInstanceOf(DatabaseException.class)
        .hasCauseInstanceOf(SQLException.class);
    assertThatThrownBy(
            () ->
                ledger
                    .writer()
                    .write(
                        connection -> {
                          throw new IllegalArgumentException("a bug");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("a bug");
  }

  @Test
  void whatFollowsACommitMayFailWithoutHarm() {
    ledger
        .writer()
        .write(
            new LedgerWriter.Entry() {
              @Override
              public void write(Connection connection) throws SQLException {
                insert(connection, 1);
              }

              @Override
              public void committed() {
                throw new IllegalStateException("a bug");
              }
            });
    ledger.writer().write(row(2));

    assertThat(rows(ledger.database())).isEqualTo(upTo(2));
  }

  @Test
  void whatWasSubmittedIsDurableAfterTheEnd(@TempDir Path folder) {
    try (TestLedger shortLived = new TestLedger(folder)) {
      upTo(1_500).forEach(number -> shortLived.writer().submit(row(number)));
    }
    try (TestLedger again = new TestLedger(folder)) {
      assertThat(rows(again.database())).isEqualTo(upTo(1_500));
    }
  }
}
