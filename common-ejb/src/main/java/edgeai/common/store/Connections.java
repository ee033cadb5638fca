package edgeai.common.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * The connections to an open database: those that readers share, and the writer's own, so that
 * however many read, who writes never waits for one.
 */
record Connections(HikariDataSource readers, HikariDataSource writer) implements AutoCloseable {
  static final int TIMEOUT_MS = 10_000;

  static Connections open(Dialect dialect) {
    HikariDataSource readers = new HikariDataSource(dialect.connections(ConnectionUse.READ));
    try {
      return new Connections(
          readers, new HikariDataSource(dialect.connections(ConnectionUse.WRITE)));
    } catch (RuntimeException e) {
      readers.close();
      throw e;
    }
  }

  /** What all kinds have in common. */
  static HikariConfig configuration(ConnectionUse use, String url, String driver) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDriverClassName(driver);
    config.setMaximumPoolSize(use.most());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(TIMEOUT_MS);
    config.setPoolName(use.words());
    return config;
  }

  /** Whether a connection that was there broke: the next may be whole. */
  static boolean isLost(SQLException e) {
    String state = e.getSQLState();
    boolean waitedInVain = e instanceof SQLTransientConnectionException;
    return state != null && !waitedInVain && (state.startsWith("08") || state.startsWith("57P"));
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
