package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCharactersTest {
  private final StoredCharacters stored = new StoredCharacters("note", "body", 100);

  private static void add(Connection connection, int characters) throws SQLException {
    ServerDatabase.update(connection, "insert into note (body) values (?)", "x".repeat(characters));
  }

  @Test
  void whatIsThereIsCountedAtFirstAndAlongAfterwards(@TempDir Path folder) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("a"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table note (id int generated always as identity, body varchar)");
      add(connection, 50);
      add(connection, 30);
      assertThat(stored.excess(connection, 30)).isZero();

      add(connection, 20);
      assertThat(stored.excess(connection, 20)).isZero();
      add(connection, 7);
      assertThat(stored.excess(connection, 7)).isEqualTo(7);

      statement.execute("delete from note where id = 1");
      stored.removed(50);
      assertThat(stored.excess(connection, 0)).isZero();
    }
  }

  /** As where a transaction that added rows was rolled back. */
  @Test
  void whatWasTakenBackDoesNotCount(@TempDir Path folder) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("b"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table note (id int generated always as identity, body varchar)");
      assertThat(stored.excess(connection, 0)).isZero();

      assertThat(stored.excess(connection, 90)).isZero();
      assertThat(stored.excess(connection, 90)).isZero();
    }
  }
}
