package edgeai.common.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.PongMessage;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A WebSocket session as a hub sees it. */
public final class SessionChannel implements LiveChannel {
  private final Session session;

  public SessionChannel(Session session) {
    this.session = session;
  }

  @Override
  public void send(String message, Consumer<Throwable> done) {
    session
        .getAsyncRemote()
        .sendText(message, result -> done.accept(result.isOK() ? null : failure(result)));
  }

  private static Throwable failure(SendResult result) {
    return result.getException() == null
        ? new IOException("the message was not sent")
        : result.getException();
  }

  @Override
  public void ping(long mark) {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(Long.BYTES).putLong(0, mark));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mark of the ping that a pong answers, 0 where it answers none of ours. */
  public static long mark(PongMessage pong) {
    ByteBuffer data = pong.getApplicationData();
    return data.remaining() == Long.BYTES ? data.getLong(data.position()) : 0;
  }

  @Override
  public void close(End end) {
    close(session, end.code(), end.reason());
  }

  /** Closes a session with a status code of RFC 6455. */
  public static void close(Session session, int code, String reason) {
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
