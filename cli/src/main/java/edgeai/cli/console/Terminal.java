package edgeai.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How wide the terminal is, where the output goes to one, as the bootstrap tells. */
final class Terminal {
  /** Of one that does not tell its size. */
  private static final int USUAL = 80;

  private static final int LIMIT_S = 2;

  private Terminal() {}

  /** 0 where the output goes elsewhere. */
  static int columns() {
    return Boolean.getBoolean("edge.terminal") ? read() : 0;
  }

  private static int read() {
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(LIMIT_S, TimeUnit.SECONDS);
      return columns(said);
    } catch (IOException e) {
      return USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }

  /** The second number of {@code rows columns}. */
  static int columns(String said) {
    String[] numbers = said.strip().split(" ");
    try {
      int columns = Integer.parseInt(numbers[numbers.length - 1]);
      return columns > 0 ? columns : USUAL;
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }
}
