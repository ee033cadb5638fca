package edgeai.common.live;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;

/**
 * WebSockets have no idle time of the container's: the hub knows better. With one, and with 0 as
 * well, the container schedules a task for each session and again with each message, for each of
 * which Payara looks through the whole class path.
 */
@WebListener
public class SocketDefaults implements ServletContextListener {
  /** Below zero nothing is scheduled. */
  static final long NEVER_IDLE = -1;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (event.getServletContext().getAttribute(ServerContainer.class.getName())
        instanceof ServerContainer sockets) {
      sockets.setDefaultMaxSessionIdleTimeout(NEVER_IDLE);
    }
  }
}
