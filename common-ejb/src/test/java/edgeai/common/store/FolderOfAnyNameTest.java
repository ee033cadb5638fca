package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.FolderNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderOfAnyNameTest {
  @TempDir Path folder;

  private static Connection open(String address) throws SQLException {
    return DriverManager.getConnection("jdbc:h2:" + address, "sa", "");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a;MODE=MySQL",
        "a\\b",
        "~",
        "a%3Bb",
        "a%5Cb",
        "a%25b",
        "any:a",
        "ü李",
        FolderNames.WITH_EVERYTHING
      })
  void aDatabaseIsWhereItWasMeantToBe(String name) throws Exception {
    Path database = Files.createDirectory(folder.resolve(name)).resolve("ledger");
    try (Connection first = open(FolderOfAnyName.address(database))) {
      run(first, "create table frame (id int)");
      run(first, "insert into frame values (7)");
    }
    assertThat(folder.resolve(name).resolve("ledger.mv.db")).isNotEmptyFile();
    try (Connection again = open(FolderOfAnyName.address(database));
        Statement statement = again.createStatement();
        ResultSet row = statement.executeQuery("select id from frame")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(7);
    }
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(folder.resolve(name));
    }
  }

  @Test
  void itIsTheFileThatH2OpensByItself() throws Exception {
    Path database = folder.resolve("ledger");
    try (Connection plain = open("file:" + database)) {
      run(plain, "create table frame (id int)");
      assertThatThrownBy(() -> open(FolderOfAnyName.address(database)))
          .hasMessageContaining("already in use");
    }
    try (Connection same = open(FolderOfAnyName.address(database))) {
      run(same, "insert into frame values (7)");
    }
  }
}
