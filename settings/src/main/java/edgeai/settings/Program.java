package edgeai.settings;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who reads a setting: one of the servers, or the command that starts them. */
public enum Program {
  COORDINATOR,
  WORKER,
  CAMERA,
  ADMIN,
  COMMAND;

  /** As it is called in {@code ./edge coordinator} and the like. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All that run as a server. */
  static Set<Program> servers() {
    return EnumSet.complementOf(EnumSet.of(COMMAND));
  }
}
