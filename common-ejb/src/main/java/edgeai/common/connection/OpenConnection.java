package edgeai.common.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * A client's connection from its acceptance to its end. Between two requests it may be idle for a
 * while, and take less for the head of the next one; a request that is worked on takes what it
 * takes. What counts are looks, not the clock: a server that got no processor looks less often.
 */
final class OpenConnection {
  /** Between two looks. */
  static final int LOOK_SECONDS = 5;

  /** Longer than clients keep one that they may use again: half a minute for those of Java. */
  private static final int IDLE_LOOKS = 12;

  private static final int HEAD_LOOKS = 4;
  private static final int PEEKED_BYTES = 4096;
  private static final int PEEKS = 16;

  private final NIOConnection connection;
  private HttpRequestPacket request;
  private boolean asking;
  private int looks;

  OpenConnection(NIOConnection connection) {
    this.connection = connection;
  }

  /** Bytes came, of a head or of what is below HTTP. */
  synchronized void hear() {
    if (request == null && !asking) {
      asking = true;
      looks = 0;
    }
  }

  /** A head is whole; its request is worked on from now on. */
  synchronized void begin(HttpRequestPacket asked) {
    request = asked;
    asking = false;
  }

  /** The answer is whole. */
  synchronized void finish() {
    request = null;
    asking = false;
    looks = 0;
  }

  /** Looks once more; true where it has asked nothing for too long. */
  synchronized boolean isOverdue() {
    if (request != null) {
      return false;
    }
    looks++;
    return looks > (asking ? HEAD_LOOKS : IDLE_LOOKS);
  }

  void close() {
    connection.closeSilently();
  }

  /**
   * Whether the client has closed its end. To be asked by who works on the request, once its body
   * is read: the container notices nothing before it writes. What a client sends before it has its
   * answer is lost by that, so that the connection ends with the answer.
   */
  synchronized boolean isGone() {
    if (!connection.isOpen()) {
      return true;
    }
    SelectableChannel channel = connection.getChannel();
    if (request == null || !(channel instanceof SocketChannel socket)) {
      return false;
    }
    ByteBuffer early = ByteBuffer.allocate(PEEKED_BYTES);
    try {
      int read = socket.read(early);
      for (int i = 0; read > 0 && i < PEEKS; i++) {
        request.getProcessingState().setKeepAlive(false);
        read = socket.read(early.clear());
      }
      return read < 0;
    } catch (IOException e) {
      return true;
    }
  }
}
