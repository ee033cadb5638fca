package edgeai.coordinator.store;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database with data, of each version that there was, is taken over with all that is in it. */
@OnBothDatabases
@ExtendWith(QuietLog.class)
class UpgradeTest {
  @TempDir private Path folder;

  static IntStream versions() {
    return IntStream.rangeClosed(1, 14);
  }

  @ParameterizedTest
  @MethodSource("versions")
  @Tag("long")
  void fromEach(int version) throws SQLException {
    requireUpgraded(version);
  }

  @Test
  void fromTheFirst() throws SQLException {
    requireUpgraded(1);
  }

  private void requireUpgraded(int version) throws SQLException {
    Path data = folder.resolve("v" + version);
    OlderSchema older = OlderDatabase.schema(data);
    older.make(String.valueOf(version));
    Map<String, List<Map<String, String>>> before;
    try (Connection connection = older.open()) {
      GeneratedRows.addTo(connection);
      before = GeneratedRows.of(connection);
    }
    Map<String, List<Map<String, String>>> after;
    try (TestLedger store = new TestLedger(data)) {
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
