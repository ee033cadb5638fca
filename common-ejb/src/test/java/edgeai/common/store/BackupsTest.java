package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.BothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestPostgres;
import edgeai.settings.BackupFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is stored is the same after it went through a file, from either database into either.
 */
@Timeout(120)
@ExtendWith(QuietLog.class)
class BackupsTest {
  private static final String NAME = "ledger";
  private static final List<String> STEPS = List.of("classpath:db/kept");
  private static final List<String> SEQUENCES = List.of("block");
  private static final String ALL =
      "select word, number, share, told, id, serial from kept order by serial";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir private Path folder;

  private record Kept(String word, Long number, Double share, Boolean told, UUID id, long serial) {}

  private Dialect h2(String place) throws IOException {
    return H2Dialect.in(Files.createDirectories(folder.resolve(place)), NAME);
  }

  private static Dialect postgres() {
    BothDatabases.server().create("backup_" + NUMBER.incrementAndGet(), null);
    return newest(NAME);
  }

  /** In the database that was made last. */
  private static Dialect newest(String schema) {
    String url = BothDatabases.server().url("backup_" + NUMBER.get());
    return new PostgresDialect(
        new PostgresAddress(url, TestPostgres.USER, Optional.of(TestPostgres.PASSWORD)), schema);
  }

  private BackupFiles files(String place) throws IOException {
    return new BackupFiles(Files.createDirectories(folder.resolve(place)), NAME);
  }

  private static void fill(ConnectionPool pool, Dialect dialect) throws SQLException {
    pool.transaction(
        c -> {
          String insert = "insert into kept (word, number, share, told, id) values (?, ?, ?, ?, ?)";
          UUID id = UUID.fromString("c0ffee00-1234-4abc-8def-000000000001");
          ServerDatabase.update(c, insert, "plain", 1L, 0.1, true, id);
          ServerDatabase.update(
              c, insert, "ä\n\"\\\uD83D\uDE97", Long.MAX_VALUE, -1e-300, false, null);
          ServerDatabase.update(c, insert, "", null, null, null, null);
          for (int i = 0; i < 1_234; i++) {
            ServerDatabase.update(c, insert, "row " + i, (long) i, i / 7.0, i % 2 == 0, null);
          }
          ServerDatabase.update(c, "delete from kept where number = 7");
          for (int i = 0; i < 3; i++) {
            next(c, dialect);
          }
          return null;
        });
  }

  private static long next(java.sql.Connection connection, Dialect dialect) throws SQLException {
    ServerDatabase.update(connection, "delete from note");
    ServerDatabase.update(
        connection, "insert into note (n) values (%s)".formatted(dialect.nextValue("block")));
    return ServerDatabase.list(connection, "select n from note", row -> row.getLong(1)).get(0);
  }

  private static List<Kept> kept(ConnectionPool pool) {
    return pool.read(
        c ->
            ServerDatabase.list(
                c,
                ALL,
                row ->
                    new Kept(
                        row.getString(1),
                        row.getObject(2, Long.class),
                        row.getObject(3, Double.class),
                        row.getObject(4, Boolean.class),
                        row.getObject(5, UUID.class),
                        row.getLong(6))));
  }

  /** Fills a database, makes a backup of it and gives its file. */
  private Path backUp(Dialect dialect, String place) throws Exception {
    BackupFiles files = files(place);
    new SchemaMigration(dialect, STEPS).run();
    try (ConnectionPool pool = ConnectionPool.open(dialect)) {
      fill(pool, dialect);
      Files.createFile(files.wanted());
      new Backups(files, SEQUENCES).backUpIfWanted(dialect, pool::snapshot);
    }
    assertThat(files.wanted()).doesNotExist();
    assertThat(files.failed()).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.made())))
        .isEqualTo("rw-------");
    return files.made();
  }

  private void restore(Dialect dialect, String place, Path backup, boolean replaces)
      throws IOException {
    BackupFiles files = files(place);
    Files.copy(backup, files.restore(replaces));
    new Backups(files, SEQUENCES).restoreIfWanted(dialect, STEPS);
    assertThat(files.restore(replaces)).doesNotExist();
    new SchemaMigration(dialect, STEPS).run();
  }

  private void requireSame(Dialect from, Dialect to) throws Exception {
    Path backup = backUp(from, "from");
    restore(to, "to", backup, false);
    try (ConnectionPool one = ConnectionPool.open(from);
        ConnectionPool other = ConnectionPool.open(to)) {
      assertThat(kept(other)).hasSize(1_236).isEqualTo(kept(one));
      assertThat(other.<Long>transaction(c -> next(c, to))).as("a sequence goes on").isEqualTo(4);
      other.transaction(c -> ServerDatabase.update(c, "insert into kept (word) values ('new')"));
      assertThat(kept(other)).last().extracting(Kept::serial).isEqualTo(1_238L);
    }
  }

  @Test
  void fromH2IntoH2() throws Exception {
    requireSame(h2("from"), h2("to"));
  }

  @Test
  void fromH2IntoPostgres() throws Exception {
    requireSame(h2("from"), postgres());
  }

  @Test
  void fromPostgresIntoH2() throws Exception {
    requireSame(postgres(), h2("to"));
  }

  /** As the admin server's schema comes beside that of a coordinator. */
  @Test
  void intoADatabaseThatAnotherServerUses() throws Exception {
    backUp(postgres(), "another");
    requireSame(h2("from"), newest("other"));
  }

  /** As a copy is made of a server that runs, or does not. */
  @Test
  void itIsReadBesideTheServerThatHasIt() throws Exception {
    Dialect dialect = postgres();
    backUp(dialect, "from");
    try (ConnectionPool running = ConnectionPool.open(dialect)) {
      Files.createFile(files("beside").wanted());
      new Backups(files("beside"), SEQUENCES).backUpIfWanted(dialect);
      assertThat(running.<Integer>read(c -> ServerDatabase.list(c, ALL, row -> 1).size()))
          .isEqualTo(1_236);
    }
    assertThat(lines(files("beside").made())).isEqualTo(lines(files("from").made()));
  }

  @Test
  void aFileIsReadThatNoServerHas() throws Exception {
    Dialect dialect = h2("from");
    backUp(dialect, "from");
    Files.createFile(files("alone").wanted());
    new Backups(files("alone"), SEQUENCES).backUpIfWanted(dialect);
    assertThat(lines(files("alone").made())).isEqualTo(lines(files("from").made()));
  }

  @Test
  void thatThereIsNothingIsTold() throws Exception {
    backUp(postgres(), "another");
    Files.createFile(files("empty").wanted());
    new Backups(files("empty"), SEQUENCES).backUpIfWanted(newest("other"));
    assertThat(files("empty").made()).doesNotExist();
    assertThat(files("empty").failed()).hasContent(BackupFiles.NOTHING);
  }

  private static List<String> lines(Path backup) throws IOException {
    return new String(new GZIPInputStream(Files.newInputStream(backup)).readAllBytes())
        .lines()
        .toList();
  }

  private void requireReplaced(Dialect to) throws Exception {
    Path backup = backUp(h2("from"), "from");
    new SchemaMigration(to, STEPS).run();
    restore(to, "to", backup, false);
    assertThatThrownBy(() -> restore(to, "to", backup, false))
        .hasMessageContaining("there is something in the database already")
        .hasMessageContaining("remove it to start without");
    Files.delete(files("to").restore(false));
    restore(to, "to", backup, true);
    try (ConnectionPool pool = ConnectionPool.open(to)) {
      assertThat(kept(pool)).hasSize(1_236);
    }
  }

  @Test
  void whatIsThereIsSetAsideOnlyWhereThatIsWanted() throws Exception {
    requireReplaced(h2("to"));
    assertThat(folder.resolve("to/ledger.mv.db.before-restore")).isNotEmptyFile();
  }

  @Test
  void soItIsInPostgres() throws Exception {
    Dialect to = postgres();
    requireReplaced(to);
    assertThat(
            BothDatabases.server()
                .text("backup_" + NUMBER.get(), "select count(*) from ledger_before_restore.kept"))
        .isEqualTo("1236");
  }

  @Test
  void aDamagedOneLeavesNothing() throws Exception {
    Path backup = backUp(h2("from"), "from");
    String whole = new String(new GZIPInputStream(Files.newInputStream(backup)).readAllBytes());
    List<String> damaged =
        List.of(
            whole.replace("row 77\"", "row 78\""),
            whole.substring(0, whole.length() / 2),
            whole.replace("{\"complete\":true}\n", ""),
            whole.replace("\"schema\":\"1\"", "\"schema\":\"9\""),
            whole.replace("\"of\":\"ledger\"", "\"of\":\"admin\""),
            whole.replace("\"edge_backup\":1", "\"edge_backup\":2"),
            "nonsense");
    for (String text : damaged) {
      assertThat(text).isNotEqualTo(whole);
      Path file = folder.resolve("damaged");
      try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(text.getBytes());
      }
      Dialect to = h2("to");
      assertThatThrownBy(() -> restore(to, "to", file, false))
          .isInstanceOfAny(IOException.class, NewerSchemaException.class);
      Files.delete(files("to").restore(false));
      new SchemaMigration(to, STEPS).run();
      try (ConnectionPool pool = ConnectionPool.open(to)) {
        assertThat(kept(pool)).isEmpty();
      }
    }
  }

  @Test
  void aDamagedOneReplacesNothing() throws Exception {
    Dialect there = h2("there");
    Path backup = backUp(there, "there");
    Path half = folder.resolve("half");
    byte[] whole = Files.readAllBytes(backup);
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> restore(there, "there", half, true)).isInstanceOf(IOException.class);
    try (ConnectionPool pool = ConnectionPool.open(there)) {
      assertThat(kept(pool)).hasSize(1_236);
    }
  }

  /** Rows that come while it is written are in the next one. */
  @Test
  void itIsOfOneMoment() throws Exception {
    for (Dialect dialect : List.of(h2("moment"), postgres())) {
      new SchemaMigration(dialect, STEPS).run();
      try (ConnectionPool pool = ConnectionPool.open(dialect)) {
        fill(pool, dialect);
        List<Integer> seen =
            pool.snapshot(
                c -> {
                  int before = ServerDatabase.list(c, ALL, row -> 1).size();
                  pool.transaction(
                      w -> ServerDatabase.update(w, "insert into kept (word) values ('late')"));
                  return List.of(before, ServerDatabase.list(c, ALL, row -> 1).size());
                });
        assertThat(seen).containsExactly(1_236, 1_236);
        assertThat(kept(pool)).hasSize(1_237);
      }
    }
  }
}
