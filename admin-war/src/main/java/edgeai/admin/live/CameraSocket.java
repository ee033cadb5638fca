package edgeai.admin.live;

import edgeai.access.Role;
import edgeai.admin.camera.CameraOwners;
import edgeai.common.door.AskedSession;
import edgeai.common.door.OpenWays;
import edgeai.common.error.Refusal;
import edgeai.common.guard.Announcer;
import edgeai.common.http.PrintableId;
import edgeai.common.live.LiveClient;
import edgeai.common.live.LiveLimits;
import edgeai.common.live.SessionChannel;
import edgeai.common.live.SessionClient;
import edgeai.common.request.CommandReader;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code WS /ws/cameras}. Who names itself with {@code ?camera_id=} is that camera's node and hears
 * its commands, everybody else hears everything. What clients send is ignored, save a node's
 * acknowledgements.
 */
@ServerEndpoint("/ws/cameras")
public class CameraSocket {
  private static final Logger LOG = Logger.getLogger(CameraSocket.class.getName());

  @Inject private AdminFeed feed;
  @Inject private OpenWays ways;
  @Inject private CameraOwners owners;
  @Inject private Announcer announcer;

  @OnOpen
  public void open(Session session) {
    List<String> ids = session.getRequestParameterMap().getOrDefault("camera_id", List.of());
    try {
      String node = ids.isEmpty() ? null : PrintableId.require("camera_id", ids.get(0));
      if (node != null) {
        owners.require(node, AskedSession.of(session));
      }
      SessionClient.join(feed.hub(), session, node);
      AskedSession.enter(ways, session);
    } catch (Refusal e) {
      SessionChannel.close(session, CloseCodes.VIOLATED_POLICY.getCode(), e.getMessage());
    }
  }

  @OnMessage(maxMessageSize = LiveLimits.MAX_INCOMING_BYTES)
  public void text(String message, Session session) {
    SessionClient.of(session).ifPresent(client -> take(client, session, message));
  }

  private void take(LiveClient client, Session session, String message) {
    feed.hub().heard(client);
    if (client.topic() != null && AskedSession.of(session).is(Role.NODE)) {
      CommandReader.obeyedIn(message)
          .filter(ack -> ack.cameraId().equals(client.topic()))
          .ifPresent(
              ack -> {
                announcer.announce(ack);
                feed.publish("ack", ack);
              });
    }
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
