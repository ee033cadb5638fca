package edgeai.cli.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Asks for a password where nobody sees it, or reads it from a file. */
public final class PasswordPrompt {
  private static final int LONGEST = 1_024;

  private PasswordPrompt() {}

  /**
   * Asks twice on the terminal.
   *
   * @throws CommandRefusal where there is none, or both are not the same
   */
  public static char[] ask(String name) {
    java.io.Console terminal = System.console();
    if (terminal == null) {
      throw new CommandRefusal(
          "a password is typed on a terminal, or stands in a file: --password-file F");
    }
    char[] first = terminal.readPassword("password of %s: ", name);
    char[] second = terminal.readPassword("once more: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw new CommandRefusal("the two passwords are not the same");
    }
    return first;
  }

  /** The first line of a file. */
  public static char[] read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new CommandRefusal("%s holds more than a password".formatted(file));
      }
      CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(Files.readAllBytes(file)));
      int end = text.toString().indexOf('\n');
      char[] typed = new char[end < 0 ? text.length() : end];
      text.get(typed);
      return typed;
    } catch (IOException e) {
      throw new CommandRefusal("%s cannot be read".formatted(file), e);
    }
  }
}
