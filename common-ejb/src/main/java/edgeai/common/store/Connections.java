package edgeai.common.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The connections to an open database: those that readers share, and the writer's own, so that
 * however many read, who writes never waits for one.
 */
record Connections(HikariDataSource readers, HikariDataSource writer) implements AutoCloseable {
  static final String USER = "sa";

  /** Readers at the same time; those beyond wait. */
  static final int READERS = 10;

  static Connections open(String url, String password) {
    HikariDataSource readers = pool(url, password, "readers", READERS);
    try {
      return new Connections(readers, pool(url, password, "writer", 1));
    } catch (RuntimeException e) {
      readers.close();
      throw e;
    }
  }

  private static HikariDataSource pool(String url, String password, String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDriverClassName("org.h2.Driver");
    config.setUsername(USER);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setPoolName(name);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
