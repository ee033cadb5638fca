package edgeai.cli.command;

import edgeai.cli.console.Misuse;
import java.util.regex.Pattern;

/** Reads what was typed for an option. */
final class Typed {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+[.]?[0-9]*|[.][0-9]+");
  private static final int HIGHEST_PORT = 65_535;

  private Typed() {}

  static int number(String option, String typed, int least, int most) {
    if (isNumber(typed, least, most)) {
      return Integer.parseInt(typed);
    }
    throw new Misuse("%s takes a number from %d to %d, not".formatted(option, least, most), typed);
  }

  static int port(String option, String typed) {
    if (isNumber(typed, 1, HIGHEST_PORT)) {
      return Integer.parseInt(typed);
    }
    throw new Misuse(option + " takes a port from 1 to 65535, not", typed);
  }

  static String decimal(String option, String typed) {
    if (DECIMAL.matcher(typed).matches()) {
      return typed;
    }
    throw new Misuse(option + " takes a number, not", typed);
  }

  static String value(String option, String typed) {
    if (typed.isEmpty()) {
      throw new Misuse(option + " takes a value");
    }
    return typed;
  }

  private static boolean isNumber(String typed, int least, int most) {
    return NUMBER.matcher(typed).matches()
        && Integer.parseInt(typed) >= least
        && Integer.parseInt(typed) <= most;
  }
}
