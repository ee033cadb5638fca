package edgeai.common.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What each kind of database does in its own way. */
interface Dialect {
  /** As its migrations are called. */
  String name();

  /**
   * Opens it.
   *
   * @throws RuntimeException where it cannot
   */
  Connections open();

  /**
   * Opens it for reading alone, also beside the server that has it where it lets more than one in.
   *
   * @throws RuntimeException where it cannot
   */
  HikariDataSource openToRead();

  /** How connections are made for a use. */
  HikariConfig connections(ConnectionUse use);

  /** How its schema is looked after. */
  FluentConfiguration schema(FluentConfiguration flyway);

  /** What gives the next number of a sequence, in a statement. */
  String nextValue(String sequence);

  /** A query for the number that a sequence gives next. */
  String nextOf(String sequence);

  /**
   * Puts away what is in it, under another name, so that it can be filled anew.
   *
   * @param pool of its connections, which may be closed for that
   */
  void setAside(ConnectionPool pool) throws IOException, SQLException;

  /** Whether it closes itself when it cannot write, and must be opened anew. */
  boolean closesItself();

  /** Does what it leaves to its users, where that is due; on the writer's thread. */
  void tidy(ConnectionPool pool);

  /** Why it could not be opened, and the way out, in one line without any secret. */
  String reason(Throwable failure);
}
