package edgeai.cli.doctor;

import java.util.Locale;

/** How much what was found matters. */
public enum Gravity {
  OK,
  /** Servers start, and something is not as it should be. */
  WARNING,
  /** A server would not start, or would not do its work. */
  TROUBLE;

  /** As it is shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
