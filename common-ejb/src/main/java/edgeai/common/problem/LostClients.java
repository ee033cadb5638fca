package edgeai.common.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.EOFException;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps out of the log what the container says of clients that are gone, that name no host, or
 * whose addresses cannot be decoded: it tells of each in a stack trace or two, so that anybody
 * could fill a disk.
 */
@ApplicationScoped
public class LostClients implements Filter {
  /** What becomes of an error page that nobody took. */
  private static final String WRITTEN_TO = "getOutputStream() has already been called";

  /** Some of its loggers print the stack trace into the message. */
  private static final Pattern PRINTED =
      Pattern.compile(
          "java\\.io\\.EOFException"
              + "|java\\.io\\.IOException: (Connection is closed|Broken pipe|Connection reset)"
              + "|IllegalArgumentException: URLDecoder"
              + "|java\\.lang\\.Exception: Host is not set");

  private static final String CONTAINER = "jakarta.enterprise.web";
  private static final int MOST_CAUSES = 20;

  /** At the handlers, since the container has loggers of its own kind. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFilter(this);
    }
  }

  @Override
  public boolean isLoggable(LogRecord entry) {
    return !String.valueOf(entry.getLoggerName()).startsWith(CONTAINER)
        || isNews(entry) && !PRINTED.matcher(String.valueOf(entry.getMessage())).find();
  }

  private static boolean isNews(LogRecord entry) {
    return Stream.iterate(entry.getThrown(), thrown -> thrown != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .noneMatch(LostClients::tellsOfOne);
  }

  private static boolean tellsOfOne(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).startsWith(WRITTEN_TO)
        || thrown instanceof EOFException
        || PRINTED.matcher(thrown.toString()).find();
  }
}
