package edgeai.cli.database;

import edgeai.access.PrivateFiles;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import edgeai.cli.server.Folders;
import edgeai.settings.BackupFiles;
import edgeai.settings.DatabaseCatalogue;
import edgeai.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies what a server has from its file into PostgreSQL, or back: as it is at one moment, whether
 * the server runs or not.
 */
public final class CopyDesk {
  private static final List<Setting<?>> ADDRESS =
      List.of(
          DatabaseCatalogue.DB_URL,
          DatabaseCatalogue.DB_USER,
          DatabaseCatalogue.DB_PASSWORD,
          DatabaseCatalogue.DB_PASSWORD_FILE);

  private final Console console;
  private final Environment environment;
  private final Session session;
  private final ServerErrand errand;

  /**
   * @throws CommandRefusal where nothing says where PostgreSQL is
   */
  public CopyDesk(Console console, Checkout checkout, Environment environment, Session session) {
    if (environment.get(DatabaseCatalogue.DB_URL.name()).isEmpty()) {
      throw new CommandRefusal(
          "set DB_URL, DB_USER and DB_PASSWORD_FILE: they say where PostgreSQL is");
    }
    this.console = console;
    this.environment = environment;
    this.session = session;
    this.errand = new ServerErrand(checkout, session, environment.variables());
  }

  /**
   * Copies it; false where there is nothing to be copied.
   *
   * @param server {@code coordinator} or {@code admin}
   * @param folder its {@code DATA_DIR}
   * @param replaces whether what is there already is set aside, else it is refused
   * @throws CommandRefusal where it cannot be copied
   */
  public boolean copy(String server, Path folder, DatabaseKind to, boolean replaces)
      throws InterruptedException {
    Path scratch = folder.resolve(".copy");
    session.atEnd(() -> delete(scratch)); // also where the command is ended amid it
    try {
      H2File file = H2File.in(folder, server);
      if (to == DatabaseKind.H2 && file.isOpen()) {
        throw new CommandRefusal("the %s has %s open: end it first".formatted(server, file.path()));
      }
      if (to == DatabaseKind.POSTGRESQL && !file.exists()) {
        return false;
      }
      Folders.delete(scratch);
      PrivateFiles.makeFolder(folder);
      PrivateFiles.makeFolder(scratch);
      BackupFiles files = new BackupFiles(scratch, server);
      console.event("edge", "what the %s has in %s is read".formatted(server, to.other().words()));
      if (!backUp(files, folder, file, to.other())) {
        return false;
      }
      BackupCount count = BackupCount.of(files.made());
      console.event("edge", "%,d rows go into %s".formatted(count.rows(), to.words()));
      Path handed = files.restore(replaces);
      Files.move(files.made(), handed, StandardCopyOption.ATOMIC_MOVE);
      errand.run(server, scratch, folder, settings(to));
      if (Files.exists(handed)) {
        throw new IOException("a server has ended without doing it");
      }
      console.event(
          "edge",
          "the %s's %,d rows of %d tables are in %s, each held against the others"
              .formatted(server, count.rows(), count.tables(), to.words()));
      return true;
    } catch (IOException e) {
      throw new CommandRefusal("nothing was copied: " + e.getMessage(), e);
    } finally {
      delete(scratch);
    }
  }

  private boolean backUp(BackupFiles files, Path folder, H2File file, DatabaseKind from)
      throws IOException, InterruptedException {
    if (from == DatabaseKind.H2 && file.isOpen()) {
      new BackupDesk(console, new BackupFiles(folder, files.server())).fetch(files.made());
      console.event("edge", "what comes from now on is not in it: the server goes on");
      return true;
    }
    PrivateFiles.make(files.wanted());
    errand.run(files.server(), files.folder(), folder, settings(from));
    if (Files.exists(files.failed())) {
      String reason = Files.readString(files.failed());
      if (reason.equals(BackupFiles.NOTHING)) {
        return false;
      }
      throw new CommandRefusal("%s cannot be read: %s".formatted(from.words(), reason));
    }
    return true;
  }

  private Map<String, String> settings(DatabaseKind kind) {
    Map<String, String> settings = new HashMap<>();
    if (kind == DatabaseKind.POSTGRESQL) {
      for (Setting<?> setting : ADDRESS) {
        environment.get(setting.name()).ifPresent(value -> settings.put(setting.name(), value));
      }
    }
    return settings;
  }

  private static void delete(Path scratch) {
    try {
      Folders.delete(scratch);
    } catch (IOException e) {
      throw new CommandRefusal(
          "%s cannot be deleted: it holds a copy of what the server has".formatted(scratch), e);
    }
  }
}
