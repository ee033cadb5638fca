package edgeai.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The file that holds an {@link AccessList}: its owner's alone, changed by one at a time, and put
 * in place in one step, so that who reads it sees the list before or the one after.
 */
public final class AccessFile {
  /** What it is called in a folder for data. */
  public static final String NAME = "access";

  private static final long MOST_BYTES = 1 << 20;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private static final Lock IN_THIS_PROCESS = new ReentrantLock();

  private final Path path;

  public AccessFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /** By which one sees that it is another than before: no two are alike. */
  public Object version() throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return file.fileKey() + " " + file.lastModifiedTime() + " " + file.size();
    } catch (NoSuchFileException e) {
      return "none";
    }
  }

  /**
   * What it holds; an empty list where it is not there.
   *
   * @throws AccessException where it cannot be read, or others on this machine can read it
   */
  public AccessList read() {
    try {
      if (Files.notExists(path)) {
        return AccessList.EMPTY;
      }
      requirePrivate();
      if (Files.size(path) > MOST_BYTES) {
        throw new AccessException("%s is larger than 1 MB".formatted(path));
      }
      return AccessText.read(Files.readString(path));
    } catch (NoSuchFileException e) {
      return AccessList.EMPTY;
    } catch (IOException e) {
      throw new AccessException("%s cannot be read (%s)".formatted(path, e.getMessage()), e);
    } catch (AccessException e) {
      throw e.getMessage().contains(path.toString())
          ? e
          : new AccessException("%s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private void requirePrivate() throws IOException {
    if (!PrivateFiles.arePosix(path)) {
      return;
    }
    Set<PosixFilePermission> given = Files.getPosixFilePermissions(path);
    if (given.stream().anyMatch(OTHERS::contains)) {
      throw new AccessException(
          "others on this machine can read %s: chmod 600 makes it yours alone".formatted(path));
    }
  }

  /**
   * Changes the list while nobody else does.
   *
   * @throws AccessException where the file cannot be read or written
   */
  public AccessList change(UnaryOperator<AccessList> how) {
    // a file is locked for a process, not for one of its threads
    IN_THIS_PROCESS.lock();
    try {
      Path folder = path.toAbsolutePath().getParent();
      PrivateFiles.makeFolder(folder);
      Path lock = folder.resolve(path.getFileName() + ".lock");
      PrivateFiles.make(lock);
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
        channel.lock(); // until it is closed
        AccessList changed = how.apply(read());
        PrivateFiles.replace(path, AccessText.write(changed).getBytes(StandardCharsets.UTF_8));
        return changed;
      }
    } catch (IOException e) {
      throw new AccessException("%s cannot be written (%s)".formatted(path, e.getMessage()), e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }
}
