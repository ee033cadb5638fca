package edgeai.admin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.store.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** H2 closes itself when it cannot write; here it is told to. */
@Timeout(60)
@ExtendWith(QuietLog.class)
class ReopeningTest {
  private TestStore store;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = new TestStore(folder);
    store.writer().write(connection -> execute(connection, "create table kept (n bigint)"));
    store.writer().write(connection -> insert(connection, 1));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aReaderFindsADatabaseThatClosedItselfOpenAgain() {
    closeItself();

    await().ignoreException(DatabaseException.class).until(() -> kept().equals(List.of(1L)));
  }

  @Test
  void theWriterFindsItToo() {
    closeItself();
    store.writer().write(connection -> insert(connection, 2));

    assertThat(kept()).containsExactly(1L, 2L);
  }

  @Test
  void anEntryThatFoundItClosingIsWrittenOnce() {
    AtomicInteger tries = new AtomicInteger();
    store
        .writer()
        .write(
            connection -> {
              insert(connection, 2);
              if (tries.incrementAndGet() == 1) {
                execute(connection, "shutdown immediately");
              }
            });

    assertThat(kept()).containsExactly(1L, 2L);
    assertThat(tries).hasValue(2);
  }

  private void closeItself() {
    try {
      store
          .database()
          .read(
              connection -> {
                execute(connection, "shutdown immediately");
                return null;
              });
    } catch (DatabaseException e) {
      assertThat(e).hasMessageContaining("closed");
    }
  }

  private List<Long> kept() {
    return store.database().list("select n from kept order by n", row -> row.getLong(1));
  }

  private static void insert(Connection connection, long n) throws SQLException {
    edgeai.common.store.ServerDatabase.update(connection, "insert into kept values (?)", n);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
