package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A database whose answers get lost, as they do when a connection breaks amid a commit. */
@Timeout(60)
@ExtendWith(QuietLog.class)
class CommitMarkTest {
  private final AtomicInteger tries = new AtomicInteger();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final GroupWriter writer = new GroupWriter() {};
  private boolean committed;
  private boolean lost;
  private Losing database;

  private final class Losing extends ServerDatabase {
    @Override
    protected List<String> migrations(String dialectName) {
      return List.of("classpath:db/marked");
    }

    @Override
    public void transactionOnce(CommitMark mark, Work<?> work) throws SQLException {
      if (lost && tries.incrementAndGet() == 1) {
        if (committed) {
          super.transactionOnce(mark, work);
        }
        throw new SQLException("the connection broke", "08006");
      }
      super.transactionOnce(mark, work);
    }
  }

  @BeforeEach
  void open(@TempDir Path folder) {
    database = new Losing();
    database.open(
        folder, "marked", DatabaseSettings.read(new edgeai.settings.SettingReader(n -> null)));
    writer.start(database, executor);
  }

  @AfterEach
  void close() {
    writer.stop();
    database.close();
    executor.shutdownNow();
  }

  private List<Long> rows() {
    return database.list("select n from note order by n", row -> row.getLong(1));
  }

  private void write(long number) {
    writer.write(c -> ServerDatabase.update(c, "insert into note (n) values (?)", number));
  }

  @Test
  void whatWasCommittedAlthoughItsAnswerGotLostIsNotWrittenAgain() {
    lost = true;
    committed = true;
    write(7);
    write(8);

    assertThat(rows()).containsExactly(7L, 8L);
    assertThat(tries).hasValueGreaterThan(1);
  }

  @Test
  void whatWasNotCommittedIsWrittenByTheNextTry() {
    lost = true;
    write(7);

    assertThat(rows()).containsExactly(7L);
    assertThat(tries).hasValueGreaterThan(1);
  }

  @Test
  void theSameEntryInTwoGroupsIsWrittenTwice() {
    write(7);
    write(7);

    assertThat(rows()).containsExactly(7L, 7L);
  }
}
