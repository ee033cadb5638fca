package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  private static final int COMMITS = 6_000;

  @Test
  void theFileStaysNearTheSizeOfWhatIsInIt(@TempDir Path folder) throws Exception {
    long plain = fileAfter(folder.resolve("plain"), false);
    long compacted = fileAfter(folder.resolve("compacted"), true);

    assertThat(compacted).isLessThan(plain / 2);
  }

  @Test
  void aFullFileIsLeftAlone(@TempDir Path folder) throws SQLException {
    try (Connection connection = open(folder.resolve("fresh"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table frame (id bigint primary key, body varchar(2000))");

      assertThat(Compaction.step(connection)).isFalse();
    }
  }

  private static Connection open(Path file) throws SQLException {
    // space of an old chunk is taken again after 45 s unless it is told otherwise
    return DriverManager.getConnection(
        "jdbc:h2:file:%s;WRITE_DELAY=0;RETENTION_TIME=0".formatted(file), "sa", "");
  }

  /** Bytes of the file while it is open, after rows were added one commit each. */
  private static long fileAfter(Path file, boolean compacts) throws SQLException, IOException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      statement.execute("create table frame (id bigint primary key, body varchar(2000))");
      statement.execute("create index body_of_frame on frame (body)");
      for (int i = 0; i < COMMITS; i++) {
        insert(connection, i);
        if (compacts && i % 100 == 0) {
          Compaction.step(connection);
        }
      }
      assertThat(rows(statement)).isEqualTo(COMMITS);
      return Files.size(Path.of(file + ".mv.db"));
    }
  }

  private static void insert(Connection connection, int id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into frame values (?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, Long.toHexString(new Random(id).nextLong()).repeat(60));
      insert.execute();
    }
  }

  private static int rows(Statement statement) throws SQLException {
    try (ResultSet count = statement.executeQuery("select count(*) from frame")) {
      count.next();
      return count.getInt(1);
    }
  }
}
