package edgeai.common.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import edgeai.common.container.ContainerServices;
import edgeai.common.guard.Schedule;
import edgeai.common.metrics.Figures;
import edgeai.common.network.Places;
import edgeai.common.settings.ServerSource;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.SettingReader;
import edgeai.settings.StartRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.AddOn;

/** Has the listener, which is made once the server is deployed, keep to bounds for connections. */
@ApplicationScoped
public class ConnectionBounds {
  private static final Logger LOG = Logger.getLogger(ConnectionBounds.class.getName());

  /** Under this name it looks for a step that its settings switch on, and finds its own else. */
  private static final String STEP = "comet";

  /** What a server opens beside connections: jars, libraries, its database, pipes. */
  private static final int OTHER_FILES = 500;

  private static final int FEWEST = 64;

  private final AtomicBoolean warned = new AtomicBoolean();
  private ListenerSteps steps;
  private OpenConnections connections = new OpenConnections(new Places(0, 0));

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    SettingReader settings = StartRefusal.unless(ServerSource::reader);
    connections =
        new OpenConnections(
            new Places(
                Math.min(settings.value(ServerCatalogue.MAX_CONNECTIONS), mostByFiles()),
                settings.value(ServerCatalogue.MAX_CONNECTIONS_OF_ADDRESS)));
    AnswerCounts answers = new AnswerCounts();
    steps = new ListenerSteps(connections, answers);
    ContainerServices.add(steps, STEP, AddOn.class);
    register(connections);
    answers.register();
  }

  /** Closes from now on connections that ask nothing. */
  public void watch(Schedule schedule) {
    schedule.every(
        "look at connections", Duration.ofSeconds(OpenConnection.LOOK_SECONDS), connections::look);
  }

  private static int mostByFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? Math.clamp(system.getMaxFileDescriptorCount() - OTHER_FILES, FEWEST, Integer.MAX_VALUE)
        : Integer.MAX_VALUE;
  }

  private static void register(OpenConnections connections) {
    Figures.gauge("edge_connections", "Connections that are open.", connections::count);
    Figures.counter(
        "edge_connections_refused_total",
        "Connections that found all places taken.",
        connections::refused);
    Figures.counter(
        "edge_connections_overdue_total",
        "Connections that were closed since no whole request came.",
        connections::overdue);
  }

  /** Says once that nothing is bounded where a request comes through another listener. */
  void requireSteps() {
    if (!steps.areStanding() && warned.compareAndSet(false, true)) {
      LOG.warning(
          "connections have no bounds: the file of --prebootcommandfile must switch"
              + " comet-support-enabled on, as payara-config/boot/pre-boot.txt does");
    }
  }

  /** The connection of a client by its address and port; empty where it is gone already. */
  Optional<OpenConnection> of(InetSocketAddress client) {
    return connections.of(client);
  }
}
