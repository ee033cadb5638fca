package edgeai.common.live;

import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.util.Optional;

/** The client of a hub that a WebSocket session is, which the session keeps. */
public final class SessionClient {
  private static final String KEY = "edgeai.client";

  private SessionClient() {}

  /**
   * Makes a session that has just been opened a client, where the hub has room for it.
   *
   * @param topic what it hears of, null for everything
   */
  public static void join(LiveHub hub, Session session, String topic) {
    session.setMaxIdleTimeout(SocketDefaults.NEVER_IDLE);
    session.setMaxTextMessageBufferSize(LiveLimits.MAX_INCOMING_BYTES);
    session.setMaxBinaryMessageBufferSize(LiveLimits.MAX_INCOMING_BYTES);
    hub.join(new SessionChannel(session), topic)
        .ifPresent(client -> session.getUserProperties().put(KEY, client));
  }

  /** Empty where the hub had no room for it. */
  public static Optional<LiveClient> of(Session session) {
    return Optional.ofNullable((LiveClient) session.getUserProperties().get(KEY));
  }

  /** It sent something, which is a sign of life. */
  public static void heard(LiveHub hub, Session session) {
    of(session).ifPresent(hub::heard);
  }

  /** It answered a ping. */
  public static void confirmed(LiveHub hub, Session session, PongMessage pong) {
    of(session).ifPresent(client -> hub.confirmed(client, SessionChannel.mark(pong)));
  }

  /** It was closed. */
  public static void leave(LiveHub hub, Session session) {
    of(session).ifPresent(hub::leave);
  }
}
