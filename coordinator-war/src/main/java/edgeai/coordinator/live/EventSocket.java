package edgeai.coordinator.live;

import edgeai.common.door.AskedSession;
import edgeai.common.door.OpenWays;
import edgeai.common.live.LiveLimits;
import edgeai.common.live.SessionClient;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code WS /ws/events}. What clients send is a sign of life and ignored otherwise. */
@ServerEndpoint("/ws/events")
public class EventSocket {
  private static final Logger LOG = Logger.getLogger(EventSocket.class.getName());

  @Inject private LiveFeed feed;
  @Inject private OpenWays ways;

  @OnOpen
  public void open(Session session) {
    SessionClient.join(feed.hub(), session, null);
    AskedSession.enter(ways, session);
  }

  @OnMessage(maxMessageSize = LiveLimits.MAX_INCOMING_BYTES)
  public void text(String message, Session session) {
    SessionClient.heard(feed.hub(), session);
  }

  @OnMessage(maxMessageSize = LiveLimits.MAX_INCOMING_BYTES)
  public void binary(byte[] message, Session session) {
    SessionClient.heard(feed.hub(), session);
  }

  @OnMessage
  public void pong(PongMessage message, Session session) {
    SessionClient.confirmed(feed.hub(), session, message);
  }

  @OnClose
  public void close(Session session) {
    SessionClient.leave(feed.hub(), session);
    ways.leave(session);
  }

  @OnError
  public void error(Session session, Throwable error) {
    LOG.log(Level.FINE, "a listener failed: {0}", error.toString());
  }
}
