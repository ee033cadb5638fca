package edgeai.admin.store;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.GeneratedRows;
import edgeai.common.fixture.OlderSchema;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A database with data, of each version that there was, is taken over with all that is in it. */
@OnBothDatabases
@ExtendWith(QuietLog.class)
class AdminUpgradeTest {
  @TempDir private Path folder;

  @Test
  void fromEach() throws SQLException {
    for (int version = 1; version <= 4; version++) {
      requireUpgraded(version);
    }
  }

  private void requireUpgraded(int version) throws SQLException {
    Path data = folder.resolve("v" + version);
    OlderSchema older = new OlderSchema(data, "admin", List.of("classpath:db/both"));
    older.make(String.valueOf(version));
    Map<String, List<Map<String, String>>> before;
    try (Connection connection = older.open()) {
      GeneratedRows.addTo(connection);
      before = GeneratedRows.of(connection);
    }
    Map<String, List<Map<String, String>>> after;
    try (TestStore store = new TestStore(data)) {
      after = store.database().read(GeneratedRows::of);
    }
    assertThat(before).isNotEmpty();
    before.forEach(
        (table, rows) ->
            assertThat(after.get(table))
                .as("%s of version %d", table, version)
                .anySatisfy(row -> assertThat(row).containsAllEntriesOf(rows.get(0))));
  }
}
