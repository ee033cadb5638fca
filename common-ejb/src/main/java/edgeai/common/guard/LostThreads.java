package edgeai.common.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * Threads that end by what they throw. The container's own do where a client of a WebSocket is
 * gone, and by default each prints a stack trace: whoever likes could fill a log.
 */
@ApplicationScoped
public class LostThreads {
  private static final String OWN = "edgeai.";
  private static final String WHERE = "a thread";

  private final Failures failures;

  @Inject
  public LostThreads(Failures failures) {
    this.failures = failures;
  }

  /** For the container's proxy. */
  protected LostThreads() {
    this(null);
  }

  void begin(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event) {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> note(failure));
  }

  void note(Throwable failure) {
    boolean own =
        Arrays.stream(failure.getStackTrace())
            .anyMatch(frame -> frame.getClassName().startsWith(OWN));
    if (own) {
      failures.note(WHERE, failure);
    } else {
      failures.noteInALine(WHERE + " of the container", failure);
    }
  }
}
