package edgeai.common.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Requests whose path or host the container cannot read: a line in the log, where by itself it
 * prints a stack trace for each, which whoever likes may cause.
 */
@ApplicationScoped
public class UnreadableRequests {
  /** Held, since what nobody holds is forgotten with its filter. */
  private static final Logger OF_THE_CONTAINER = Logger.getLogger("jakarta.enterprise.web.core");

  private static final String READER = "org.glassfish.grizzly.http.";

  void begin(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event) {
    OF_THE_CONTAINER.setFilter(
        told -> {
          shorten(told);
          return true;
        });
  }

  static void shorten(LogRecord told) {
    Throwable thrown = told.getThrown();
    if (thrown != null && isOfTheReader(thrown.getStackTrace())) {
      told.setLevel(Level.WARNING);
      told.setMessage("a request cannot be read: its path or its host is none");
      told.setParameters(null);
      told.setThrown(null);
    }
  }

  private static boolean isOfTheReader(StackTraceElement[] trace) {
    return trace.length > 0 && trace[0].getClassName().startsWith(READER);
  }
}
