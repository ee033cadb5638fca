package edgeai.cli.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of a server's database.
 *
 * @param path where it is, or would be
 */
record H2File(Path path) {
  static H2File in(Path folder, String server) {
    return new H2File(folder.resolve(server + ".mv.db"));
  }

  boolean exists() {
    return Files.isRegularFile(path);
  }

  /** Whether a process has it open, as a server does while it runs. */
  boolean isOpen() throws IOException {
    if (!exists()) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }
}
