package edgeai.systemtests.chaos;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The network in front of one server, whose {@link Weather} the test makes: the same port on
 * another address of this machine.
 */
final class FaultyProxy implements AutoCloseable {
  private static final int PIECE = 4096;

  /** By which a server is reached through it, as by its {@code ADVERTISE_ADDRESS}. */
  static final String HOST = "127.0.0.2";

  private final int port;
  private final ExecutorService threads = Executors.newCachedThreadPool(FaultyProxy::daemon);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Weather weather = Weather.CLEAR;
  private ServerSocket listener;

  /**
   * @param port of the server on loopback, and its own
   */
  FaultyProxy(int port) {
    this.port = port;
    open();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty proxy");
    thread.setDaemon(true);
    return thread;
  }

  /** Changes the weather, for connections that are open too. */
  synchronized void set(Weather next) {
    weather = next;
    if (!next.open()) {
      closeQuietly(listener);
      reset();
    } else if (listener.isClosed()) {
      open();
    }
  }

  private void reset() {
    sockets.forEach(FaultyProxy::reset);
  }

  private synchronized void open() {
    // the port is given back a moment after its listener was closed
    ServerSocket mine =
        await("port " + port).ignoreExceptions().until(this::listen, ServerSocket::isBound);
    listener = mine;
    threads.execute(() -> accept(mine));
  }

  private ServerSocket listen() throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(HOST, port), 50);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void accept(ServerSocket mine) {
    while (!mine.isClosed()) {
      try {
        Socket client = mine.accept();
        sockets.add(client);
        threads.execute(() -> connect(client));
      } catch (IOException e) {
        closeQuietly(mine);
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      threads.execute(() -> pump(client, server, false));
      pump(server, client, true);
    } catch (IOException e) {
      drop(client);
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    boolean whole = false;
    try {
      whole = copy(from.getInputStream(), to.getOutputStream(), answers);
    } catch (IOException e) {
      // either end has gone, and the other one goes with it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (whole || weather.silent()) {
      // in a black hole the other end is never told
      Socket told = weather.silent() ? from : to;
      sockets.remove(told);
      closeQuietly(told);
    } else {
      drop(from);
      drop(to);
    }
  }

  /** False where the weather cut it off. */
  private boolean copy(InputStream in, OutputStream out, boolean answers)
      throws IOException, InterruptedException {
    byte[] piece = new byte[PIECE];
    int passed = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      Weather now = weather;
      hold(now, read, answers);
      if (now.silent()) {
        continue;
      }
      boolean cut = answers && now.cutAfter() > 0 && passed + read > now.cutAfter();
      out.write(piece, 0, cut ? Math.max(0, now.cutAfter() - passed) : read);
      out.flush();
      passed += read;
      if (cut) {
        return false;
      }
    }
    return true;
  }

  private static void hold(Weather now, int bytes, boolean answers) throws InterruptedException {
    long millis = answers ? now.delay().toMillis() : 0;
    if (now.bytesPerSecond() > 0) {
      millis += bytes * 1000L / now.bytesPerSecond();
    }
    TimeUnit.MILLISECONDS.sleep(millis);
  }

  private void drop(Socket socket) {
    sockets.remove(socket);
    reset(socket);
  }

  /** Closes with a reset, not with a farewell. */
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // closed already
    }
    closeQuietly(socket);
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    weather = Weather.REFUSING;
    closeQuietly(listener);
    reset();
    threads.shutdownNow();
  }
}
