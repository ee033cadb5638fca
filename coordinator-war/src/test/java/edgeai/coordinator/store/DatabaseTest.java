package edgeai.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.OnlyH2;
import edgeai.common.store.DatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class DatabaseTest {
  @TempDir private Path folder;
  private TestLedger ledger;

  @BeforeEach
  void open() {
    ledger = new TestLedger(folder.resolve("new").resolve("deeper"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private List<String> bodies() {
    return ledger.database().list("select body from alert order by alert_id", r -> r.getString(1));
  }

  @Test
  void anEmptyFolderIsMigrated() {
    List<String> tables =
        ledger
            .database()
            .list(
                "select lower(table_name) from information_schema.tables"
                    + " where lower(table_schema) in ('public', 'coordinator') order by 1",
                row -> row.getString(1));

    assertThat(tables).contains("alert", "frame", "frame_block", "job", "other_result", "total");
  }

  @Test
  void openingAgainKeepsWhatIsThere() {
    ledger
        .writer()
        .write(c -> Database.update(c, "insert into alert values (?, ?, ?)", 1L, 2L, "b"));
    ledger.close();
    open();

    assertThat(bodies()).isEqualTo(List.of("b"));
  }

  @OnlyH2
  @Test
  void itHasARandomPasswordThatItsOwnerAloneCanRead() throws Exception {
    Path data = folder.resolve("older");
    OlderDatabase.in(data, "13", "insert into alert values (1, 2, 'b')");
    TestLedger older = new TestLedger(data);
    try {
      assertThat(older.database().list("select body from alert", row -> row.getString(1)))
          .as("what was there")
          .containsExactly("b");
    } finally {
      older.close();
    }

    Path password = data.resolve("coordinator.password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    String url = "jdbc:h2:%s;IFEXISTS=TRUE".formatted(data.resolve("coordinator"));
    assertThatThrownBy(() -> DriverManager.getConnection(url, "sa", "").close())
        .hasMessageContaining("Wrong user name or password");
    DriverManager.getConnection(url, "sa", Files.readString(password)).close();

    TestLedger again = new TestLedger(data);
    assertThat(again.database().list("select body from alert", row -> row.getString(1)))
        .containsExactly("b");
    again.close();
  }

  @Test
  void aTransactionThatThrowsLeavesNothing() {
    assertThatThrownBy(
            () ->
                ledger
                    .database()
                    .transaction(
                        c -> {
                          Database.update(c, "insert into alert values (1, 2, 'b')");
                          throw new IllegalStateException("a bug");
                        }))
        .hasMessage("a bug");
    assertThat(bodies()).isEmpty();
  }

  @Test
  void aTransactionGivesItsValue() throws SQLException {
    assertThat(
            ledger
                .database()
                .<Integer>transaction(
                    c -> Database.update(c, "insert into alert values (1, 2, 'b')")))
        .isEqualTo(1);
    assertThat(bodies()).isEqualTo(List.of("b"));
  }

  @Test
  void aWrongQuestionIsADatabaseException() {
    assertThatThrownBy(() -> ledger.database().list("select nonsense", row -> row.getString(1)))
        .isInstanceOf(DatabaseException.class)
        .message()
        .containsIgnoringCase("nonsense");
  }

  @Test
  void parametersMayBeNull() {
    ledger
        .writer()
        .write(
            c ->
                Database.update(
                    c,
                    "insert into job (job_id, submitted_at, filename, size_bytes, status, started_at,"
                        + " completed_at, total_frames, processed_frames, failed_frames,"
                        + " detections_found, error, models, sample_fps, confidence, classes,"
                        + " cancelled)"
                        + " values (?, 0, 'f', 0, 'queued', ?, ?, 0, 0, 0, 0, ?, '', 0, ?, '', false)",
                    "j",
                    null,
                    null,
                    null,
                    null));

    assertThat(ledger.database().list("select error from job", row -> row.getString(1)))
        .containsExactly((String) null);
  }
}
