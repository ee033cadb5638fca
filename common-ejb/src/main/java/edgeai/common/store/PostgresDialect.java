package edgeai.common.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import edgeai.settings.PostgresReason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** PostgreSQL, in a schema of this server's own, which one server has at a time. */
final class PostgresDialect implements Dialect {
  /** A database that starts, or whose last server is not gone yet, is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** SQLStates of what passes: it starts up, another has it. */
  private static final Set<String> PASSING = Set.of("57P03", PostgresReason.TAKEN);

  /** First figure of what locks are called by this project. */
  private static final int LOCKS = 0x45444745;

  private static final int TIMEOUT_MS = 5_000;

  private static final String CONNECT_S = "5";

  /** Longer than any statement but those of a migration. */
  private static final String ANSWER_S = "30";

  private final PostgresAddress address;
  private final String schema;

  /**
   * @param schema lower case letters
   */
  PostgresDialect(PostgresAddress address, String schema) {
    this.address = address;
    this.schema = schema;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Connections open() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return Connections.open(this);
      } catch (RuntimeException e) {
        SQLException failure = PostgresReason.deepest(e);
        boolean passes = failure != null && PASSING.contains(String.valueOf(failure.getSQLState()));
        if (!passes || System.nanoTime() > end) {
          throw e;
        }
        pause(e);
      }
    }
  }

  @Override
  public HikariDataSource openToRead() {
    return new HikariDataSource(connections(ConnectionUse.READ));
  }

  private static void pause(RuntimeException failure) {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  @Override
  public HikariConfig connections(ConnectionUse use) {
    HikariConfig config = Connections.configuration(use, address.url(), "org.postgresql.Driver");
    config.setUsername(address.user());
    config.setPassword(address.password().orElse(null));
    config.setConnectionTimeout(TIMEOUT_MS);
    config.addDataSourceProperty("currentSchema", schema);
    config.addDataSourceProperty("ApplicationName", "edge " + schema);
    config.addDataSourceProperty("connectTimeout", CONNECT_S);
    config.addDataSourceProperty("loginTimeout", CONNECT_S);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // values of rows have no business in a log
    config.addDataSourceProperty("logServerErrorDetail", "false");
    // it notices within a minute that a server's machine is gone, and lets another have its place
    config.addDataSourceProperty(
        "options",
        "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3");
    if (use != ConnectionUse.MIGRATE) {
      config.addDataSourceProperty("socketTimeout", ANSWER_S);
    }
    if (use == ConnectionUse.WRITE) {
      config.setConnectionInitSql(takes());
    }
    return config;
  }

  /**
   * A writer has the schema for as long as it is connected, so that two servers never write to one,
   * and so that what an earlier connection did is over before the next begins. A commit is on disk
   * before it is answered.
   */
  private String takes() {
    return ("do $$ begin"
            + " if not pg_try_advisory_lock(%d, hashtext('%s')) then"
            + " raise exception sqlstate '%s' using message = 'another server has the schema %s';"
            + " end if;"
            + " if current_setting('synchronous_commit') = 'off' then"
            + " perform set_config('synchronous_commit', 'on', false);"
            + " end if;"
            + " end $$")
        .formatted(LOCKS, schema, PostgresReason.TAKEN, schema);
  }

  @Override
  public FluentConfiguration schema(FluentConfiguration flyway) {
    return flyway.schemas(schema).defaultSchema(schema);
  }

  @Override
  public String nextValue(String sequence) {
    return "nextval('%s')".formatted(sequence);
  }

  @Override
  public String nextOf(String sequence) {
    return "select case when is_called then last_value + 1 else last_value end from " + sequence;
  }

  @Override
  public void setAside(ConnectionPool pool) throws SQLException {
    String aside = schema + "_before_restore";
    pool.transaction(
        connection -> {
          ServerDatabase.update(connection, "drop schema if exists %s cascade".formatted(aside));
          return ServerDatabase.update(
              connection, "alter schema %s rename to %s".formatted(schema, aside));
        });
    pool.close();
  }

  @Override
  public boolean closesItself() {
    return false;
  }

  /** It does that itself. */
  @Override
  public void tidy(ConnectionPool pool) {}

  @Override
  public String reason(Throwable failure) {
    return PostgresReason.of(failure, address.user());
  }
}
