package edgeai.common.door;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A WebSocket's session and who opened it. */
public final class AskedSession {
  private static final Logger LOG = Logger.getLogger(AskedSession.class.getName());

  private AskedSession() {}

  /** Who opened it. */
  public static Asker of(Session session) {
    return session.getUserPrincipal() instanceof Asker asker ? asker : Asker.nobody("unknown");
  }

  /** Has it end where they may not any more. */
  public static void enter(OpenWays ways, Session session) {
    ways.enter(session, of(session), () -> end(session));
  }

  private static void end(Session session) {
    try {
      session.close(
          new CloseReason(CloseCodes.VIOLATED_POLICY, "who opened this may not listen any more"));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "a listener had gone: {0}", e.toString());
    }
  }
}
