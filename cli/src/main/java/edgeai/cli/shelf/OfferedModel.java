package edgeai.cli.shelf;

import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that is to become a model: what it will be called, and whether it is the one that is
 * meant.
 */
public final class OfferedModel {
  private static final String ENDING = "(?i)\\.onnx$";
  private static final int LONGEST_NAME = 64;
  private static final int CHUNK = 1 << 16;

  private OfferedModel() {}

  /** A name for a model, of the name that its file has; empty where nothing is left of it. */
  public static Optional<String> name(String file) {
    String name = file.replaceFirst(ENDING, "").replaceAll("[^A-Za-z0-9._-]+", "-");
    String bare = name.replaceAll("^[.-]+|[.-]+$", "");
    return Optional.of(bare.substring(0, Math.min(bare.length(), LONGEST_NAME)))
        .filter(some -> !some.isEmpty());
  }

  /**
   * Holds a file against the sum that its publisher names.
   *
   * @throws CommandRefusal where it is another file
   */
  public static void require(Path file, String sha256) {
    String found = sha256(file);
    if (!found.equalsIgnoreCase(sha256)) {
      throw new CommandRefusal(
          "the file has the SHA-256 %s, not %s: it is not the one that was meant, or broken"
              .formatted(found, sha256));
    }
  }

  private static String sha256(Path file) {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      byte[] chunk = new byte[CHUNK];
      while (in.read(chunk) >= 0) {
        // reading is what counts
      }
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
