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

/**
 * One request on its way at a time, on a connection that is kept until the server ends it, which
 * Payara does after some hundred requests.
 */
final class Caller {
  private static final int LARGEST_ANSWER = 4 << 10;
  private static final Pattern LENGTH =
      Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern LAST =
      Pattern.compile("connection: *close", Pattern.CASE_INSENSITIVE);

  private final int port;
  private final Selector selector;
  private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
  private SocketChannel channel;
  private boolean ended;
  private long sentAt;

  /** Connects to a port of this machine. */
  Caller(int port, Selector selector) throws IOException {
    this.port = port;
    this.selector = selector;
    connect();
  }

  private void connect() throws IOException {
    channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
    ended = false;
  }

  void send(byte[] request) throws IOException {
    sentAt = System.nanoTime();
    if (ended) {
      channel.close();
      connect();
    }
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
    if (ended) {
      // what comes now is the end of the connection
      channel.close();
      return -1;
    }
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
    if (text.length() < head + 4 + Integer.parseInt(length.group(1))) {
      return -1;
    }
    ended = LAST.matcher(text).find();
    return System.nanoTime() - sentAt;
  }

  void close() throws IOException {
    channel.close();
  }
}
