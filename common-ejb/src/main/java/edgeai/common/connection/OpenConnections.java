package edgeai.common.connection;

import edgeai.common.network.Places;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * All connections of a server's clients: so many, and of one address so many, since each takes a
 * file descriptor and memory. Those that ask nothing for too long are closed. Thread-safe.
 */
final class OpenConnections {
  private final ConcurrentMap<InetSocketAddress, OpenConnection> byClient =
      new ConcurrentHashMap<>();

  private final AtomicLong overdue = new AtomicLong();
  private final Places places;

  OpenConnections(Places places) {
    this.places = places;
  }

  /** Counts a connection in; empty where there is no place, and it is closed. */
  Optional<OpenConnection> open(NIOConnection connection) {
    if (!(connection.getPeerAddress() instanceof InetSocketAddress client)
        || client.getAddress() == null) {
      connection.closeSilently(); // gone already
      return Optional.empty();
    }
    String address = ClientAddress.of(client.getAddress());
    if (!places.enter(address)) {
      connection.closeSilently();
      return Optional.empty();
    }
    OpenConnection open = new OpenConnection(connection);
    byClient.put(client, open);
    connection.addCloseListener(
        (CloseListener<Closeable, CloseType>)
            (closed, how) -> {
              byClient.remove(client, open);
              places.leave(address);
            });
    return Optional.of(open);
  }

  /** That of a client by its address and port. */
  Optional<OpenConnection> of(InetSocketAddress client) {
    return Optional.ofNullable(byClient.get(client));
  }

  /** Closes those that ask nothing. */
  void look() {
    for (OpenConnection connection : byClient.values()) {
      if (connection.isOverdue()) {
        overdue.incrementAndGet();
        connection.close();
      }
    }
  }

  int count() {
    return places.taken();
  }

  long refused() {
    return places.refused();
  }

  long overdue() {
    return overdue.get();
  }
}
