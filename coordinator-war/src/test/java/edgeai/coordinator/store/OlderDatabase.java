package edgeai.coordinator.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

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
    String url = "jdbc:h2:" + folder.resolve("coordinator");
    Flyway.configure()
        .dataSource(url, "sa", "")
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
