package edgeai.benchmark.efficiency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a server on loopback, on the same port of another address, and counts what passes.
 */
final class CountingRelay implements AutoCloseable {
  /** What the server is to name as its address. */
  static final String HOST = "127.0.0.2";

  private static final int BUFFER = 1 << 16;

  private final int port;
  private final ServerSocket listener = new ServerSocket();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong passed = new AtomicLong();

  /**
   * Listens.
   *
   * @param port of the server, and its own
   * @throws IOException where this machine has no such address
   */
  CountingRelay(int port) throws IOException {
    this.port = port;
    listener.bind(new InetSocketAddress(HOST, port));
    threads.execute(this::accept);
  }

  /** Bytes to and from the server so far. */
  long bytes() {
    return passed.get();
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        threads.execute(() -> connect(client));
      }
    } catch (IOException e) {
      // it is closed
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket server = new Socket("127.0.0.1", port)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      threads.execute(() -> pass(client, server));
      pass(server, client);
    } catch (IOException e) {
      // the server is not there, and whoever called learns it by the end of the connection
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passed.addAndGet(read);
        out.write(buffer, 0, read);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // either has gone, and the other side's end follows
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
