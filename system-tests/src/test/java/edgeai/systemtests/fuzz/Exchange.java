package edgeai.systemtests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A bare connection to a server on this machine: any bytes go out, what came back is kept. */
final class Exchange implements AutoCloseable {
  /** More of an answer is not read. */
  private static final int MOST = 512 << 10;

  private static final int LOOK_MS = 20;

  private final Socket socket;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private boolean ended;

  Exchange(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
  }

  /** A server may have closed the connection before all was sent. */
  void send(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      // what it said before is still to be read
      return;
    }
  }

  /** Says that nothing more comes. */
  void sendEnd() throws IOException {
    try {
      socket.shutdownOutput();
    } catch (SocketException e) {
      // the server was faster
      return;
    }
  }

  /** Reads until enough came, the server closes, or the time is over. */
  void readUntil(Predicate<byte[]> enough, Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    byte[] buffer = new byte[64 << 10];
    InputStream in = socket.getInputStream();
    socket.setSoTimeout(LOOK_MS);
    while (!ended && System.nanoTime() < end && received.size() < MOST) {
      try {
        int read = in.read(buffer);
        if (read < 0) {
          ended = true;
        } else {
          received.write(buffer, 0, read);
        }
      } catch (SocketTimeoutException e) {
        // looked long enough for what may have come before
      } catch (SocketException e) {
        ended = true;
      }
      if (enough.test(received.toByteArray())) {
        return;
      }
    }
  }

  List<Answer> answers(boolean bodiless) {
    return reader(bodiless).answers();
  }

  AnswerReader reader(boolean bodiless) {
    return new AnswerReader(received.toByteArray(), ended, bodiless);
  }

  /** Whether the server closed the connection. */
  boolean ended() {
    return ended;
  }

  int receivedBytes() {
    return received.size();
  }

  @Override
  public void close() {
    try {
      // as a client that goes away, with whatever is on its way
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      ended = true;
    }
  }
}
