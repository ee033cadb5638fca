package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.door.SentBearer;
import edgeai.common.fixture.TestThreads;
import edgeai.common.network.ConfiguredCalls;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that speaks just enough of RFC 6455. */
class CommandSocketTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String STOP =
      "{\"type\":\"control\",\"data\":{\"camera_id\":\"gate 7\",\"command\":\"stop\"}}";

  private final TestThreads threads = new TestThreads();
  private final List<RemoteCommand> obeyed = Collections.synchronizedList(new ArrayList<>());
  private ServerSocket server;
  private CommandSocket socket;
  private Future<?> loop;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    server.setSoTimeout((int) LIMIT.toMillis());
    socket =
        new CommandSocket(
            URI.create("http://127.0.0.1:" + server.getLocalPort()),
            SentBearer.NONE,
            new ConfiguredCalls(List.of()),
            "gate%207",
            new CameraMessages("gate 7"),
            command -> {
              obeyed.add(command);
              return CameraState.STOPPED;
            });
    loop = threads.managed().submit(socket);
  }

  @AfterEach
  void end() throws IOException {
    loop.cancel(true);
    threads.close();
    server.close();
  }

  /** One connection, its handshake done. */
  private final class Connection implements AutoCloseable {
    private final Socket client = server.accept();
    private final DataInputStream in = new DataInputStream(client.getInputStream());
    private final OutputStream out = client.getOutputStream();
    private final String request;

    Connection() throws IOException {
      client.setSoTimeout((int) LIMIT.toMillis());
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.readUnsignedByte());
      }
      request = head.toString();
      String key =
          request
              .lines()
              .filter(
                  line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:"))
              .findFirst()
              .orElseThrow()
              .substring("sec-websocket-key:".length())
              .strip();
      out.write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accept(key)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
    }

    private static String accept(String key) {
      try {
        byte[] bytes =
            (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    void send(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.write(0x81);
      out.write(bytes.length);
      out.write(bytes);
    }

    String read() throws IOException {
      assertThat(in.readUnsignedByte()).isEqualTo(0x81);
      int length = in.readUnsignedByte() & 0x7F;
      byte[] mask = in.readNBytes(4);
      byte[] bytes = in.readNBytes(length);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] ^= mask[i % 4];
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  @Test
  void obeysAndAcknowledges() throws IOException {
    try (Connection connection = new Connection()) {
      assertThat(connection.request).startsWith("GET /ws/cameras?camera_id=gate%207 HTTP/1.1");
      connection.send("{\"type\":\"detection\",\"data\":{}}");
      connection.send("rubbish");
      connection.send(STOP);

      assertThat(connection.read())
          .isEqualTo(
              new CameraMessages("gate 7")
                  .acknowledgement(RemoteCommand.STOP, CameraState.STOPPED));
      assertThat(obeyed).containsExactly(RemoteCommand.STOP);
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void comesBackAfterTheConnectionWasLost() throws IOException {
    try (Connection first = new Connection()) {
      await().atMost(LIMIT).until(socket::isConnected);
      assertThat(first.request).contains("gate%207");
    }
    try (Connection second = new Connection()) {
      second.send(STOP);
      assertThat(second.read()).contains("\"state\":\"stopped\"");
    }
  }
}
