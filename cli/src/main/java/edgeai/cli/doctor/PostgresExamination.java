package edgeai.cli.doctor;

import edgeai.settings.DatabaseCatalogue;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.PostgresReason;
import edgeai.settings.SettingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * Whether the PostgreSQL that settings name can be used: it answers, lets its user in and lets it
 * make schemas.
 *
 * @param in the settings
 * @param war that has the driver
 */
public record PostgresExamination(SettingReader in, Path war) implements Examination {
  private static final String LIMIT_S = "5";

  /** The oldest version that this was tried with. */
  private static final int OLDEST = 15;

  private static final String MAY_MAKE_SCHEMAS =
      "select has_database_privilege(current_database(), 'create')"
          + " or (select count(*) from pg_namespace where nspname in ('coordinator', 'admin')"
          + " and has_schema_privilege(oid, 'create')) = 2";

  @Override
  public String subject() {
    return "database";
  }

  @Override
  public List<Diagnosis> look() throws IOException {
    try {
      return List.of(look(in.value(DatabaseCatalogue.DB_URL)));
    } catch (InvalidSettingException e) {
      return List.of(Diagnosis.trouble(subject(), e.getMessage()));
    }
  }

  private Diagnosis look(String url) throws IOException {
    if (!Files.exists(war)) {
      return Diagnosis.warning(
          subject(), "DB_URL=%s is looked at once ./edge build was run".formatted(url));
    }
    String user = in.find(DatabaseCatalogue.DB_USER).orElse("");
    Properties properties = new Properties();
    properties.put("user", user);
    DatabaseCatalogue.password(in).ifPresent(password -> properties.put("password", password));
    for (String limit : List.of("connectTimeout", "loginTimeout", "socketTimeout")) {
      properties.put(limit, LIMIT_S);
    }
    properties.put("ApplicationName", "edge doctor");
    try (DriverOfWar driver = new DriverOfWar(war);
        Connection connection = driver.connect(url, properties)) {
      return found(url, user, connection);
    } catch (SQLException e) {
      return Diagnosis.trouble(
          subject(), "DB_URL=%s: %s".formatted(url, PostgresReason.of(e, user)));
    }
  }

  private Diagnosis found(String url, String user, Connection connection) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    String words = "DB_URL=%s is PostgreSQL %s".formatted(url, version);
    try (Statement statement = connection.createStatement();
        ResultSet may = statement.executeQuery(MAY_MAKE_SCHEMAS)) {
      may.next();
      if (!may.getBoolean(1)) {
        return Diagnosis.trouble(
            subject(),
            "%s, and %s may make no schemas there: alter database ... owner to %s"
                .formatted(words, user, user));
      }
    }
    return connection.getMetaData().getDatabaseMajorVersion() < OLDEST
        ? Diagnosis.warning(
            subject(), "%s, older than what this was tried with (%d)".formatted(words, OLDEST))
        : Diagnosis.ok(subject(), "%s, and takes %s".formatted(words, user));
  }
}
