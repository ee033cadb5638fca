package edgeai.benchmark.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A WebSocket of RFC 6455 that counts what it gets and answers pings, and reads nothing of it. */
final class EventClient {
  private static final int LARGEST_FRAME = 64 << 10;
  private static final int SHORT = 126;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private static final String HANDSHAKE =
      "GET /ws/cameras HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
          + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(LARGEST_FRAME);
  private boolean open;
  private boolean taken;
  private int messages;

  private EventClient(SocketChannel channel) {
    this.channel = channel;
  }

  /** Connects to a port of this machine and asks for a WebSocket. */
  static EventClient connect(int port) throws IOException {
    EventClient listener =
        new EventClient(SocketChannel.open(new InetSocketAddress("127.0.0.1", port)));
    listener.channel.write(ByteBuffer.wrap(HANDSHAKE.getBytes(ISO_8859_1)));
    listener.channel.configureBlocking(false);
    return listener;
  }

  SocketChannel channel() {
    return channel;
  }

  /** Whether the server has taken it in: it answers a ping only then. */
  boolean isTaken() {
    return taken;
  }

  int messages() {
    return messages;
  }

  /**
   * Reads what came.
   *
   * @throws IOException if the server refuses the WebSocket, closes it, or sends a frame of more
   *     than 64 kB
   */
  void read() throws IOException {
    if (channel.read(in) < 0) {
      throw new EOFException("the server closed a WebSocket");
    }
    in.flip();
    if (open || handshake()) {
      while (frame()) {
        // the next one may be there, too
      }
    }
    if (in.remaining() == LARGEST_FRAME) {
      throw new IOException("the server sends a frame of more than 64 kB");
    }
    in.compact();
  }

  private boolean handshake() throws IOException {
    String text = new String(in.array(), 0, in.limit(), ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end >= 0) {
      if (!text.startsWith("HTTP/1.1 101 ")) {
        throw new IOException("no WebSocket: " + text.substring(0, text.indexOf('\r')));
      }
      in.position(end + 4);
      open = true;
      send(PING, new byte[0]);
    }
    return open;
  }

  /** Takes a whole frame, where there is one; a server does not mask its frames. */
  private boolean frame() throws IOException {
    int length = in.remaining() < 2 ? 0 : in.get(in.position() + 1) & 0x7f;
    int head = length < SHORT ? 2 : 4;
    if (in.remaining() < head) {
      return false;
    }
    if (length == SHORT) {
      length = in.getShort(in.position() + 2) & 0xffff;
    } else if (length > SHORT) {
      throw new IOException("the server sends a frame of more than 64 kB");
    }
    if (in.remaining() < head + length) {
      return false;
    }
    take(in.get(in.position()) & 0x0f, in.position() + head, length);
    in.position(in.position() + head + length);
    return true;
  }

  private void take(int kind, int from, int length) throws IOException {
    switch (kind) {
      case TEXT -> messages++;
      case PING -> {
        byte[] mark = new byte[length];
        in.get(from, mark);
        send(PONG, mark);
      }
      case PONG -> taken = true;
      case CLOSE -> throw new EOFException("the server closed a WebSocket");
      default -> throw new IOException("a frame of kind %d was not expected".formatted(kind));
    }
  }

  /** Masked, as a client must, with zeros. */
  private void send(int kind, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(6 + payload.length);
    frame.put((byte) (0x80 | kind)).put((byte) (0x80 | payload.length)).putInt(0).put(payload);
    frame.flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }
}
