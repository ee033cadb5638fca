package edgeai.common.connection;

import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/** Puts the steps of this package among those of the container's listener, when it is made. */
final class ListenerSteps implements AddOn {
  private final OpenConnections connections;
  private final AnswerCounts answers;
  private final Attribute<OpenConnection> open =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(OpenConnection.class.getName());

  private volatile boolean standing;

  ListenerSteps(OpenConnections connections, AnswerCounts answers) {
    this.connections = connections;
    this.answers = answers;
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder steps) {
    standing = true;
    int codec = steps.indexOfType(HttpServerFilter.class);
    HttpServerFilter words = (HttpServerFilter) steps.get(codec);
    words.getMonitoringConfig().addProbes(new BrokenRequests(answers));
    steps.add(codec + 1, new RequestFilter(open, answers));
    steps.add(steps.indexOfType(TransportFilter.class) + 1, new AcceptFilter(connections, open));
  }

  /** Whether the listener has them. */
  boolean areStanding() {
    return standing;
  }
}
