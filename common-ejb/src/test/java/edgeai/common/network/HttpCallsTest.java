package edgeai.common.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that speaks HTTP badly, and counts the connections that are left to it. */
class HttpCallsTest {
  private final AtomicInteger open = new AtomicInteger();
  private final HttpCalls calls =
      new HttpCalls(() -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  private ServerSocket listener;
  private volatile String head;

  @BeforeEach
  void listens() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  @AfterEach
  void ends() throws IOException {
    listener.close();
    calls.client().shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      }
    } catch (IOException e) {
      assertThat(listener.isClosed()).isTrue();
    }
  }

  /** Never hangs up itself. */
  private void answer(Socket socket) {
    open.incrementAndGet();
    try (socket) {
      byte[] buffer = new byte[8192];
      socket.getInputStream().read(buffer);
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      while (socket.getInputStream().read(buffer) >= 0) {
        continue;
      }
    } catch (IOException e) {
      // the client hung up amid its answer
      return;
    } finally {
      open.decrementAndGet();
    }
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.getLocalPort()))
        .timeout(Duration.ofSeconds(20))
        .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 20 OK\r\n\r\n",
        "SSH-2.0-x\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"
      })
  void badAnswersLeaveFewConnections(String bad) {
    head = bad;
    int many = 4 * HttpCalls.MOST_KEPT;

    for (int i = 0; i < many / 2; i++) {
      assertThatThrownBy(() -> calls.send(request(), BodyHandlers.discarding()))
          .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
      assertThatThrownBy(() -> calls.sendAsync(request(), BodyHandlers.discarding()).get())
          .isInstanceOf(ExecutionException.class);
    }

    await("most are closed").until(() -> open.get() <= 2 * HttpCalls.MOST_KEPT);
    assertThat(open.get()).isLessThan(many);
  }

  @Test
  void goodAnswersKeepTheClient() throws IOException, InterruptedException {
    head = "HTTP/1.1 503 Full\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    HttpClient first = calls.client();

    for (int i = 0; i < 2 * HttpCalls.MOST_KEPT; i++) {
      assertThat(calls.send(request(), BodyHandlers.discarding()).statusCode()).isEqualTo(503);
    }

    assertThat(calls.client()).isSameAs(first);
  }
}
