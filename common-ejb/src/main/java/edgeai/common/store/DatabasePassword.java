package edgeai.common.store;

import edgeai.access.PrivateFiles;
import edgeai.access.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The password of a database: random, in a file beside it that is its owner's alone. Who can read
 * both has the data anyway; who gets hold of the database alone, as in a copy, has not.
 */
final class DatabasePassword {
  private static final String SUFFIX = ".password";
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private DatabasePassword() {}

  /**
   * The one that is kept, or a new one that is from now on.
   *
   * @param name of the database
   */
  static String in(Path folder, String name) throws IOException {
    Path file = folder.resolve(name + SUFFIX);
    if (!Files.exists(file)) {
      PrivateFiles.replace(file, Secret.fresh().text().getBytes(StandardCharsets.US_ASCII));
    }
    String kept = Files.readString(file).strip();
    if (!ALLOWED.matcher(kept).matches()) {
      throw new IOException("%s holds no password of a database".formatted(file));
    }
    return kept;
  }
}
