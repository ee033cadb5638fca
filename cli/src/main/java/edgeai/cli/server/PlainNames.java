package edgeai.cli.server;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells paths that any program takes for a name and nothing more. */
final class PlainNames {
  private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z/._ +-]*");
  private static final Pattern PLAIN_IN_ANY_ALPHABET =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}/._ +-]*");

  private PlainNames() {}

  static boolean isPlain(Path path) {
    return PLAIN.matcher(path.toString()).matches();
  }

  /** As {@link #isPlain}, for the JVM and what asks it for a class: they know all letters. */
  static boolean isPlainInAnyAlphabet(Path path) {
    return PLAIN_IN_ANY_ALPHABET.matcher(path.toString()).matches();
  }

  /** As {@link #isPlain}, also for what takes a blank to end a name. */
  static boolean isPlainWithoutBlanks(Path path) {
    return isPlain(path) && path.toString().indexOf(' ') < 0;
  }
}
