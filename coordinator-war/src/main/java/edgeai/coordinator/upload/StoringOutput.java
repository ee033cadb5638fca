package edgeai.coordinator.upload;

import edgeai.common.error.NotStored;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A new file; what cannot be written to it ends in a 507, told apart from a client that broke off.
 */
final class StoringOutput extends FilterOutputStream {
  private static final Logger LOG = Logger.getLogger(StoringOutput.class.getName());

  StoringOutput(Path file) {
    super(opened(file));
  }

  private static OutputStream opened(Path file) {
    try {
      return new FileOutputStream(file.toFile());
    } catch (IOException e) {
      // its message names a path of this machine
      throw refused("no file can be made for it", e);
    }
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw refused(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (IOException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private static NotStored refused(String reason, IOException e) {
    LOG.log(Level.WARNING, "an upload cannot be stored: {0}", e.toString());
    return new NotStored("The upload cannot be stored: %s.".formatted(reason));
  }
}
