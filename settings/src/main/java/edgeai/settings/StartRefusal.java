package edgeai.settings;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends a server that must not run: one line that says why, exit status 78. A server process holds
 * one WAR, so a process that stayed up with nothing deployed would only look alive.
 */
public final class StartRefusal {
  /** {@code EX_CONFIG} of sysexits.h. */
  public static final int EXIT_STATUS = 78;

  private static final Logger LOG = Logger.getLogger(StartRefusal.class.getName());

  private StartRefusal() {}

  /** Gives what {@code start} gives, or ends this process with the reason. */
  public static <T> T unless(Supplier<T> start) {
    try {
      return start.get();
    } catch (InvalidSettingException e) {
      throw refuse(e.getMessage());
    }
  }

  /** Ends this process; the return type only lets a caller write {@code throw refuse(...)}. */
  public static IllegalStateException refuse(String reason) {
    LOG.log(Level.SEVERE, "START REFUSED: {0}", reason);
    System.err.println("START REFUSED: " + reason);
    System.err.flush();
    Runtime.getRuntime().halt(EXIT_STATUS);
    return new IllegalStateException(reason);
  }
}
