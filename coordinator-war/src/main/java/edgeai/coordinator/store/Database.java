package edgeai.coordinator.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import edgeai.common.settings.StartRefusal;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The embedded H2 database in {@code DATA_DIR}, its schema migrated by Flyway at start. */
@ApplicationScoped
public class Database {
  private static final int CONNECTIONS = 10;

  @Inject private CoordinatorSettings settings;

  private HikariDataSource pool;

  /** What is done with a connection. */
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Turns the current row into a value. */
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @PostConstruct
  void open() {
    try {
      Files.createDirectories(settings.dataDir());
      // WRITE_DELAY=0: a commit is on disk before it is answered
      pool =
          open(
              "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                  .formatted(settings.dataDir().resolve("coordinator")));
    } catch (IOException | RuntimeException e) {
      throw StartRefusal.refuse(
          "DATA_DIR=%s cannot be used: %s".formatted(settings.dataDir(), rootCause(e)));
    }
  }

  static HikariDataSource open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDriverClassName("org.h2.Driver");
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setPoolName("ledger");
    HikariDataSource opened = new HikariDataSource(config);
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(opened)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return opened;
  }

  @PreDestroy
  void close() {
    if (pool != null) {
      pool.close();
    }
  }

  /** Runs {@code work} on a connection of its own, each statement its own transaction. */
  public <T> T read(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Runs {@code work} as one transaction; nothing of it lasts where it throws. */
  <T> T transaction(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T value = work.with(connection);
        connection.commit();
        return value;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    return read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                rows.add(reader.read(row));
              }
            }
            return rows;
          }
        });
  }

  /** Runs one changing statement within a transaction. */
  public static int update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static String rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
