package edgeai.coordinator.model;

import edgeai.common.error.Malformed;
import edgeai.common.error.NotStored;
import edgeai.common.error.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes a model that is sent to disk, as it comes.
 *
 * @param sha256 of what came, 64 lower-case hexadecimal digits
 */
record ModelReceipt(String sha256, long bytes) {
  private static final Logger LOG = Logger.getLogger(ModelReceipt.class.getName());
  private static final int BUFFER = 1 << 16;

  /**
   * Reads a body to its end.
   *
   * @param most bytes that are taken
   * @throws TooLarge where there are more
   * @throws Malformed where it breaks off, or is empty
   * @throws NotStored where the disk does not take it
   */
  static ModelReceipt of(InputStream body, Path file, long most) {
    MessageDigest digest = sha256Digest();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        bytes += read;
        if (bytes > most) {
          throw new TooLarge(
              "The model is larger than the %d bytes there is room for.".formatted(most));
        }
        digest.update(buffer, 0, read);
        write(out, ByteBuffer.wrap(buffer, 0, read));
      }
      out.force(true);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a model cannot be stored: {0}", e.toString());
      throw new NotStored("The model cannot be stored: %s.".formatted(e.getMessage()));
    }
    if (bytes == 0) {
      throw new Malformed("The body is empty; send the ONNX file itself.");
    }
    return new ModelReceipt(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  private static int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new Malformed("The model broke off before it was complete.");
    }
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
