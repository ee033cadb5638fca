package edgeai.cli.database;

import edgeai.access.PrivateFiles;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.settings.BackupFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Has a server make a backup, or hands one to its next start. */
public final class BackupDesk {
  /** A server looks each second whether one is wanted. */
  private static final Duration PICKED_UP = Duration.ofSeconds(20);

  private static final long PAUSE_MS = 100;

  private final Console console;
  private final BackupFiles files;
  private final Duration pickedUp;

  public BackupDesk(Console console, BackupFiles files) {
    this(console, files, PICKED_UP);
  }

  BackupDesk(Console console, BackupFiles files, Duration pickedUp) {
    this.console = console;
    this.files = files;
    this.pickedUp = pickedUp;
  }

  /** Waits for the server that has this folder to make one, and puts it where it is wanted. */
  public void backUp(Path to) throws InterruptedException {
    fetch(to);
    try {
      console.event(
          "edge", "%s of the %s, %.1f kB".formatted(to, files.server(), Files.size(to) / 1e3));
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be read: %s".formatted(to, e.getMessage()), e);
    }
  }

  /** As {@link #backUp}, without a word. */
  void fetch(Path to) throws InterruptedException {
    try {
      if (Files.exists(to)) {
        throw new CommandRefusal(to + " is there already: choose another name");
      }
      Files.deleteIfExists(files.made());
      Files.deleteIfExists(files.failed());
      PrivateFiles.make(files.wanted());
      awaitPickUp();
      while (!Files.exists(files.made())) {
        if (Files.exists(files.failed())) {
          throw new CommandRefusal(
              "the %s could not: %s".formatted(files.server(), Files.readString(files.failed())));
        }
        Thread.sleep(PAUSE_MS);
      }
      Files.move(files.made(), to);
    } catch (IOException e) {
      throw new CommandRefusal("no backup was made: " + e.getMessage(), e);
    }
  }

  private void awaitPickUp() throws IOException, InterruptedException {
    long end = System.nanoTime() + pickedUp.toNanos();
    while (Files.exists(files.wanted())) {
      if (System.nanoTime() > end) {
        Files.deleteIfExists(files.wanted());
        throw new CommandRefusal(
            "no %s runs with its data in %s: start it, or name its folder with --data"
                .formatted(files.server(), files.folder()));
      }
      Thread.sleep(PAUSE_MS);
    }
  }

  /**
   * Hands one to the next start.
   *
   * @param replaces whether what the server has is set aside then
   */
  public void restore(Path from, boolean replaces) {
    Path handed = files.restore(replaces);
    try {
      PrivateFiles.makeFolder(files.folder());
      Path copy = files.folder().resolve("." + handed.getFileName());
      Files.deleteIfExists(copy);
      PrivateFiles.make(copy);
      try (OutputStream out = Files.newOutputStream(copy)) {
        Files.copy(from, out);
      }
      Files.deleteIfExists(files.restore(!replaces));
      Files.move(copy, handed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileAlreadyExistsException e) {
      throw new CommandRefusal(files.folder() + " is no folder", e);
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be restored: %s".formatted(from, e), e);
    }
    console.event(
        "edge",
        "the next start of the %s restores it; to take that back: rm %s"
            .formatted(files.server(), handed));
  }
}
