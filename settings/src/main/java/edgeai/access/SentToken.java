package edgeai.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file with the one token that a node, or the command, sends. */
public final class SentToken {
  private static final int MOST_BYTES = 1_024;

  private SentToken() {}

  /**
   * @throws AccessException where the file cannot be read or holds none
   */
  public static Secret read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new AccessException("%s holds more than a token".formatted(file));
      }
      String text = Files.readString(file).strip();
      if (!Secret.isWritten(text)) {
        throw new AccessException(
            "%s holds no token, which begins with edge_ (./edge token create)".formatted(file));
      }
      return new Secret(text);
    } catch (IOException e) {
      throw new AccessException("%s cannot be read (%s)".formatted(file, e.getMessage()), e);
    }
  }

  /** Writes it for its owner alone. */
  public static void write(Path file, Secret token) {
    try {
      PrivateFiles.makeFolder(file.toAbsolutePath().getParent());
      PrivateFiles.replace(file, (token.text() + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new AccessException("%s cannot be written (%s)".formatted(file, e.getMessage()), e);
    }
  }
}
