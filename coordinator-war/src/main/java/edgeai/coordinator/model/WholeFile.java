package edgeai.coordinator.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file that was found to be whole, as it was then: who asks for a model again and again does not
 * have all of it hashed each time.
 */
record WholeFile(Path path, long bytes, FileTime modified) {
  static WholeFile of(Path path) throws IOException {
    return new WholeFile(path, Files.size(path), Files.getLastModifiedTime(path));
  }

  /** Whether nobody has written to it since, as far as size and time tell. */
  boolean isUnchanged() {
    try {
      return equals(of(path));
    } catch (IOException e) {
      return false;
    }
  }
}
