package edgeai.common.connection;

import edgeai.common.error.ClientGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequest;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the client is still there whose request a thread works on. Whoever closes its end before
 * it has the answer counts as gone, also where it might have read on.
 */
@ApplicationScoped
public class ClientPresence {
  private final ConnectionBounds connections;
  private final ThreadLocal<OpenConnection> asking = new ThreadLocal<>();
  private final AtomicLong gone = new AtomicLong();

  @Inject
  public ClientPresence(ConnectionBounds connections) {
    this.connections = connections;
  }

  /** For the container's proxy, and for doubles. */
  protected ClientPresence() {
    this(null);
  }

  /** This thread works on a request from now on. */
  public void begin(ServletRequest request) {
    connections.requireSteps();
    connections
        .of(new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()))
        .ifPresent(asking::set);
  }

  /** It works on none any more. */
  public void end() {
    asking.remove();
  }

  /**
   * To be called before work that only an answer is worth, once the body is read.
   *
   * @throws ClientGone where nobody waits for it; never on a thread that works on no request
   */
  public void require() {
    OpenConnection client = asking.get();
    if (client != null && client.isGone()) {
      gone.incrementAndGet();
      throw new ClientGone("The client closed its end before it had the answer.");
    }
  }

  /** How often nobody waited any more. */
  public long gone() {
    return gone.get();
  }
}
