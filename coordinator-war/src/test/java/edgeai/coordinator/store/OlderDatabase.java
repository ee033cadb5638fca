package edgeai.coordinator.store;

import edgeai.common.fixture.BothDatabases;
import edgeai.common.fixture.OlderSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A coordinator's database as a version before left it. */
public final class OlderDatabase {
  private OlderDatabase() {}

  /**
   * Makes one.
   *
   * @param version of its schema
   * @param statements what the version before wrote
   */
  public static void in(Path folder, String version, String... statements) throws SQLException {
    OlderSchema schema = schema(folder);
    schema.make(version);
    try (Connection connection = schema.open();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static OlderSchema schema(Path folder) {
    return new OlderSchema(
        folder,
        "coordinator",
        List.of(
            "classpath:db/both",
            BothDatabases.isPostgres() ? "classpath:db/postgresql" : "classpath:db/h2"));
  }
}
