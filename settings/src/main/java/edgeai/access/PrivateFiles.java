package edgeai.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and folders that nobody but their owner can look into, from their first moment on.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> OF_FILES =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OF_FOLDERS =
      PosixFilePermissions.fromString("rwx------");

  /** Of folders in which everybody has files and nobody may delete those of others. */
  private static final int STICKY = 01000;

  private PrivateFiles() {}

  /** Whether the file system knows owners; where it does not, there is nothing to be kept. */
  static boolean arePosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] only(Path path, Set<PosixFilePermission> owner) {
    return arePosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
        : new FileAttribute<?>[0];
  }

  /** Makes a folder and those above it that are not there; one that is there stays as it is. */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, only(folder, OF_FOLDERS));
    }
  }

  /**
   * Takes a folder from everybody else; false where it was made for all, as {@code /tmp} is.
   *
   * @throws IOException where it is somebody else's
   */
  public static boolean closeFolder(Path folder) throws IOException {
    if (!arePosix(folder) || Files.getPosixFilePermissions(folder).equals(OF_FOLDERS)) {
      return true;
    }
    if (((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0) {
      return false;
    }
    Files.setPosixFilePermissions(folder, OF_FOLDERS);
    return true;
  }

  /** Makes an empty file where there is none. */
  public static void make(Path file) throws IOException {
    try {
      Files.createFile(file, only(file, OF_FILES));
    } catch (FileAlreadyExistsException e) {
      return; // whose rights it has stays as it is: it holds nothing
    }
  }

  /** Writes a file and puts it in place in one step; it is on the disk then. */
  public static void replace(Path file, byte[] content) throws IOException {
    Path next =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            file.getFileName() + ".",
            ".new",
            only(file, OF_FILES));
    try {
      try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
