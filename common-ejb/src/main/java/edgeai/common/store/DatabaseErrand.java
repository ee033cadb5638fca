package edgeai.common.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server process does that is started for its database alone: the backup, or the filling,
 * that the files in its {@code DATA_DIR} ask for. It ends before any other part of it begins.
 */
final class DatabaseErrand {
  /** Has the folder of a database that is a file, and is set for such a process alone. */
  static final String PROPERTY = "edge.database.errand";

  private DatabaseErrand() {}

  /** The folder with the database, other than that with the files that ask for something. */
  static Optional<Path> folder() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  }

  /**
   * Does what is asked for; the database keeps the schema that it has.
   *
   * @throws IOException where it cannot be filled, with the reason
   */
  static void run(Backups backups, Dialect dialect, List<String> locations) throws IOException {
    try {
      backups.restoreIfWanted(dialect, locations);
    } catch (IOException e) {
      // no later start is to go without it
      throw e.getCause() instanceof IOException reason ? reason : e;
    }
    backups.backUpIfWanted(dialect);
  }

  /** Ends the process. */
  static void end() {
    Runtime.getRuntime().halt(0);
  }
}
