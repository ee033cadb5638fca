package edgeai.common.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.logging.Logger;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** H2, in a file of this process alone. */
final class H2Dialect implements Dialect {
  private static final Logger LOG = Logger.getLogger(H2Dialect.class.getName());

  private static final String USER = "sa";

  /** H2's word for a wrong user or password. */
  private static final int WRONG_PASSWORD = 28_000;

  private static final String ASIDE = ".before-restore";

  private final Path file;
  private final String url;
  private final String password;
  private final Compaction compaction = new Compaction();

  /**
   * @param file in which it is
   * @param password letters, figures, '_' and '-'
   */
  H2Dialect(Path file, String url, String password) {
    this.file = file;
    this.url = url;
    this.password = password;
  }

  static H2Dialect in(Path folder, String name) throws IOException {
    // WRITE_DELAY=0: a commit is on disk before it is answered;
    // OPTIMIZE_REUSE_RESULTS=0: rows that were read are not kept in memory
    String url =
        "jdbc:h2:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=0"
            .formatted(FolderOfAnyName.address(folder.resolve(name)));
    Path file = folder.resolve(name + ".mv.db");
    return new H2Dialect(file, url, DatabasePassword.in(folder, name));
  }

  @Override
  public String name() {
    return "h2";
  }

  /** One that has no password yet, as they were once made, gets it. */
  @Override
  public Connections open() {
    try {
      return Connections.open(this);
    } catch (RuntimeException e) {
      if (!isWrongPassword(e)) {
        throw e;
      }
    }
    adopt();
    return Connections.open(this);
  }

  @Override
  public HikariDataSource openToRead() {
    open().close(); // it has its password then
    return new HikariDataSource(connections(ConnectionUse.READ));
  }

  private static boolean isWrongPassword(Throwable e) {
    SQLException failure = failure(e);
    return failure != null && failure.getErrorCode() == WRONG_PASSWORD;
  }

  private static SQLException failure(Throwable e) {
    return e == null || e instanceof SQLException ? (SQLException) e : failure(e.getCause());
  }

  private void adopt() {
    try (Connections open = Connections.open(new H2Dialect(file, url, ""));
        Connection connection = open.writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter user %s set password '%s'".formatted(USER, password));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    LOG.info("the database has a password now");
  }

  @Override
  public HikariConfig connections(ConnectionUse use) {
    HikariConfig config = Connections.configuration(use, url, "org.h2.Driver");
    config.setUsername(USER);
    config.setPassword(password);
    return config;
  }

  @Override
  public FluentConfiguration schema(FluentConfiguration flyway) {
    return flyway;
  }

  @Override
  public String nextValue(String sequence) {
    return "next value for " + sequence;
  }

  @Override
  public String nextOf(String sequence) {
    return "select base_value from information_schema.sequences where sequence_name = '%s'"
        .formatted(sequence.toUpperCase(Locale.ROOT));
  }

  @Override
  public void setAside(ConnectionPool pool) throws IOException {
    pool.close();
    Files.move(
        file, file.resolveSibling(file.getFileName() + ASIDE), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public boolean closesItself() {
    return true;
  }

  @Override
  public void tidy(ConnectionPool pool) {
    compaction.stepIfDue(pool);
  }

  @Override
  public String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
