package edgeai.benchmark.viewers;

import edgeai.benchmark.Report;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/**
 * People who watch {@code /video-stream}: one thread reads for all of them as fast as it can. Where
 * there is more than one, the first of them takes what fits into a small buffer and reads nothing.
 */
final class StreamAudience implements AutoCloseable {
  private static final String REQUEST = "GET /video-stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int BUFFER_BYTES = 1 << 18;
  private static final int STALLED_BUFFER_BYTES = 2_048;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final List<StreamReader> readers = new ArrayList<>();
  private final Selector selector;
  private Future<Void> reading;
  private volatile long bytes;
  private volatile boolean over;

  private StreamAudience(Selector selector) {
    this.selector = selector;
  }

  /** Comes, and waits until everybody who reads has a picture. */
  static StreamAudience of(ServerProcess coordinator, int viewers) throws IOException {
    StreamAudience audience = new StreamAudience(Selector.open());
    try {
      if (viewers > 1) {
        audience.connect(coordinator, STALLED_BUFFER_BYTES);
      }
      while (audience.channels.size() < viewers) {
        audience.read(audience.connect(coordinator, BUFFER_BYTES));
      }
      audience.awaitPictures();
      return audience;
    } catch (IOException | RuntimeException | Error e) {
      audience.close();
      throw e;
    }
  }

  private SocketChannel connect(ServerProcess coordinator, int receiveBuffer) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channels.add(channel);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), coordinator.port()));
    channel.write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private void read(SocketChannel channel) throws IOException {
    StreamReader reader = new StreamReader();
    readers.add(reader);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, reader);
  }

  private void awaitPictures() {
    reading = thread.submit(this::readAll);
    Awaitility.await("all viewers have a picture")
        .atMost(LIMIT)
        .until(() -> pictures().stream().allMatch(count -> count > 0));
  }

  private Void readAll() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    while (!over) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        int read = ((SocketChannel) key.channel()).read(buffer.clear());
        if (read < 0) {
          throw new IOException("the coordinator sent a viewer away");
        }
        bytes += read;
        ((StreamReader) key.attachment()).take(buffer.flip());
      }
      selector.selectedKeys().clear();
    }
    return null;
  }

  /** How many pictures came whole, for each who reads. */
  List<Integer> pictures() {
    requireReading();
    return readers.stream().map(StreamReader::pictures).toList();
  }

  /**
   * Makes sure that nobody went away.
   *
   * @throws IllegalStateException if the coordinator refused a viewer or sent one away
   */
  void requireReading() {
    if (reading.isDone()) {
      try {
        reading.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(Report.sentence(e.getCause()), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What all who read got so far. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    over = true;
    selector.wakeup();
    thread.shutdown();
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
