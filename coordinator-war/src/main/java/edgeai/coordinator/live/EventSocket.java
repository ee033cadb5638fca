package edgeai.coordinator.live;

import edgeai.common.live.LiveClient;
import edgeai.common.live.LiveLimits;
import edgeai.common.live.SessionChannel;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code WS /ws/events}. What clients send is a sign of life and ignored otherwise. */
@ServerEndpoint("/ws/events")
public class EventSocket {
  private static final Logger LOG = Logger.getLogger(EventSocket.class.getName());
  private static final String CLIENT = "edgeai.client";

  @Inject private LiveFeed feed;

  @OnOpen
  public void open(Session session) {
    session.setMaxIdleTimeout(0);
    session.setMaxTextMessageBufferSize(LiveLimits.MAX_INCOMING_BYTES);
    session.setMaxBinaryMessageBufferSize(LiveLimits.MAX_INCOMING_BYTES);
    feed.hub()
        .join(new SessionChannel(session), null)
        .ifPresent(client -> session.getUserProperties().put(CLIENT, client));
  }

  @OnMessage(maxMessageSize = LiveLimits.MAX_INCOMING_BYTES)
  public void text(String message, Session session) {
    client(session).ifPresent(feed.hub()::heard);
  }

  @OnMessage(maxMessageSize = LiveLimits.MAX_INCOMING_BYTES)
  public void binary(byte[] message, Session session) {
    client(session).ifPresent(feed.hub()::heard);
  }

  @OnMessage
  public void pong(PongMessage message, Session session) {
    client(session).ifPresent(client -> feed.hub().confirmed(client, SessionChannel.mark(message)));
  }

  @OnClose
  public void close(Session session) {
    client(session).ifPresent(feed.hub()::leave);
  }

  @OnError
  public void error(Session session, Throwable error) {
    LOG.log(Level.FINE, "a listener failed: {0}", error.toString());
  }

  private static Optional<LiveClient> client(Session session) {
    return Optional.ofNullable((LiveClient) session.getUserProperties().get(CLIENT));
  }
}
