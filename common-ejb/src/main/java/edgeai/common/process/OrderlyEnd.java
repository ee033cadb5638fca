package edgeai.common.process;

import edgeai.common.guard.Announcer;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Ends this server in order on SIGTERM and on Ctrl-C: {@link ServerEnding} first, then the
 * container's own end with every {@code @PreDestroy}. A JVM left to itself does only the latter,
 * while the container takes requests down with it, and ends with 143 however well it went.
 */
@ApplicationScoped
public class OrderlyEnd {
  private static final int ASKED_TO = 0;

  /** As a shell reports Ctrl-C. */
  private static final int INTERRUPTED = 130;

  private final Announcer announcer;

  @Inject
  public OrderlyEnd(Announcer announcer) {
    this.announcer = announcer;
  }

  /** For the container's proxy. */
  OrderlyEnd() {
    this(null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) throws NamingException {
    // a signal comes on a thread of the JVM's, which knows nothing of this application; looked up,
    // since Payara does not inject resources into a library of a WAR
    ContextService contexts = InitialContext.doLookup("java:comp/DefaultContextService");
    Runnable farewell =
        contexts.createContextualProxy(
            () -> announcer.announce(new ServerEnding()), Runnable.class);
    ProcessEnd end =
        new ProcessEnd(farewell, System::exit, status -> Runtime.getRuntime().halt(status));
    SignalTrap.on("TERM", () -> end.begin(ASKED_TO));
    SignalTrap.on("INT", () -> end.begin(INTERRUPTED));
  }
}
