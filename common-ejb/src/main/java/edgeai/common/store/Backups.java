package edgeai.common.store;

import com.zaxxer.hikari.HikariDataSource;
import edgeai.access.PrivateFiles;
import edgeai.common.store.ServerDatabase.Work;
import edgeai.settings.BackupFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;

/**
 * Makes a backup while the server runs, and fills a database from one before it does. Who may write
 * into the server's folder asks for either by a file there.
 */
final class Backups {
  private static final Logger LOG = Logger.getLogger(Backups.class.getName());

  private final BackupFiles files;
  private final List<String> sequences;

  /**
   * @param sequences of the schema
   */
  Backups(BackupFiles files, List<String> sequences) {
    this.files = files;
    this.sequences = sequences;
  }

  /** Shows a database as it is at one moment, for as long as the work with it takes. */
  interface Moment {
    void show(Work<Void> work) throws SQLException;
  }

  /** As {@link #backUpIfWanted(Dialect, Moment)}, of a database that this process does not use. */
  void backUpIfWanted(Dialect dialect) {
    backUpIfWanted(
        dialect,
        work -> {
          try (HikariDataSource source = dialect.openToRead()) {
            ConnectionPool.snapshot(source, work);
          }
        });
  }

  /** Writes one, of one moment, where it is asked for; says why where it cannot. */
  void backUpIfWanted(Dialect dialect, Moment moment) {
    if (!Files.exists(files.wanted())) {
      return;
    }
    try {
      Files.delete(files.wanted());
      Files.deleteIfExists(files.unfinished());
      PrivateFiles.make(files.unfinished());
      write(dialect, moment);
      Files.move(
          files.unfinished(),
          files.made(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      LOG.log(Level.INFO, "a backup was made: {0}", files.made());
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "a backup could not be made", e);
      tell(dialect.reason(e));
    }
  }

  private void write(Dialect dialect, Moment moment) throws IOException, SQLException {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(files.unfinished())),
                StandardCharsets.UTF_8))) {
      moment.show(
          connection -> {
            try {
              new BackupWriter(dialect, connection).write(files.server(), sequences, out);
              return null;
            } catch (IOException e) {
              throw new SQLException(e.getMessage(), e);
            }
          });
    }
  }

  private void tell(String reason) {
    try {
      Files.deleteIfExists(files.unfinished());
      PrivateFiles.replace(files.failed(), String.valueOf(reason).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "nobody can be told of it", e);
    }
  }

  /**
   * Fills the database where that is asked for; the file is gone once it is done.
   *
   * @throws IOException where it cannot be, with the reason
   */
  void restoreIfWanted(Dialect dialect, List<String> locations) throws IOException {
    for (boolean replaces : new boolean[] {false, true}) {
      Path file = files.restore(replaces);
      if (Files.exists(file)) {
        restore(dialect, locations, file, replaces);
      }
    }
  }

  private void restore(Dialect dialect, List<String> locations, Path file, boolean replaces)
      throws IOException {
    try {
      new Restoration(dialect, locations, files.server()).run(file, replaces);
    } catch (IOException e) {
      throw new IOException(
          "%s cannot be restored: %s; remove it to start without".formatted(file, e.getMessage()),
          e);
    }
    Files.delete(file);
  }
}
