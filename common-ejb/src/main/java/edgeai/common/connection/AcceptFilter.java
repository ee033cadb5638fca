package edgeai.common.connection;

import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.nio.NIOConnection;

/** Below all protocols: counts connections in, and hears whether anything comes. */
final class AcceptFilter extends BaseFilter {
  private final OpenConnections connections;
  private final Attribute<OpenConnection> open;

  /**
   * @param open what a connection is known by
   */
  AcceptFilter(OpenConnections connections, Attribute<OpenConnection> open) {
    this.connections = connections;
    this.open = open;
  }

  @Override
  public NextAction handleAccept(FilterChainContext context) {
    return connections
        .open((NIOConnection) context.getConnection())
        .map(
            connection -> {
              open.set(context.getConnection(), connection);
              return context.getInvokeAction();
            })
        .orElseGet(context::getStopAction);
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    OpenConnection connection = open.get(context.getConnection());
    if (connection != null) {
      connection.hear();
    }
    return context.getInvokeAction();
  }
}
