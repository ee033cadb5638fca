package edgeai.benchmark.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that is kept, with one request on its way at a time. */
final class Caller {
  private static final int LARGEST_ANSWER = 4 << 10;
  private static final Pattern LENGTH =
      Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

  private final SocketChannel channel;
  private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
  private long sentAt;

  private Caller(SocketChannel channel) {
    this.channel = channel;
  }

  /** Connects to a port of this machine. */
  static void connect(int port, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Caller(channel));
  }

  void send(byte[] request) throws IOException {
    sentAt = System.nanoTime();
    answer.clear();
    ByteBuffer bytes = ByteBuffer.wrap(request);
    // a request is far smaller than what a connection takes at once
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Reads what came.
   *
   * @return nanoseconds since the request was sent, -1 while the answer is incomplete
   * @throws IOException if the server answers anything but 200, or goes away
   */
  long read() throws IOException {
    if (channel.read(answer) < 0) {
      throw new EOFException("the server closed a connection");
    }
    String text = new String(answer.array(), 0, answer.position(), ISO_8859_1);
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) {
      return -1;
    }
    if (!text.startsWith("HTTP/1.1 200 ")) {
      throw new IOException("the server answers " + text.substring(0, text.indexOf('\r')));
    }
    Matcher length = LENGTH.matcher(text);
    if (!length.find()) {
      throw new IOException("the server does not say how long its answer is");
    }
    boolean complete = text.length() == head + 4 + Integer.parseInt(length.group(1));
    return complete ? System.nanoTime() - sentAt : -1;
  }
}
