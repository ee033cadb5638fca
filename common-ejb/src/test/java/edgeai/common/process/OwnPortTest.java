package edgeai.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import edgeai.common.fixture.QuietLog;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.network.OwnAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@ExtendWith(QuietLog.class)
class OwnPortTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1);
  private final Life life = new Life();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @AfterEach
  void stop() {
    threads.shutdownNow();
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void aPortThatIsTakenRefusesTheStart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      OwnPort port = started("127.0.0.1", taken.getLocalPort());
      assertThat(refusals)
          .singleElement()
          .asString()
          .startsWith("this server cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": ");
      assertThat(port.isOpen()).isFalse();
    }
  }

  @Test
  void anAddressOfAnotherMachineRefusesTheStart() {
    started("192.0.2.1", 8000);
    assertThat(refusals).singleElement().asString().contains("192.0.2.1:8000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "localhost"})
  void isOpenOnceTheServerKnowsItselfThere(String host) throws IOException {
    int free = freePort();
    OwnPort port = started(host, free);
    assertThat(port.isOpen()).isFalse();
    answerAt(free, life.token());
    await().until(port::isOpen);
    assertThat(refusals).isEmpty();
  }

  @Test
  void whatAnswersAndIsAnotherEndsTheStart() throws IOException {
    int free = freePort();
    OwnPort port = started("127.0.0.1", free);
    answerAt(free, new Life().token());
    await().until(() -> !refusals.isEmpty());
    assertThat(refusals).containsExactly("127.0.0.1:" + free + " is taken by another program");
    assertThat(port.isOpen()).isFalse();
  }

  private OwnPort started(String host, int number) {
    OwnPort port =
        new OwnPort(
            new OwnAddress(host, number, false),
            new Schedule(threads, new Failures()),
            life,
            refusals::add);
    port.start(this);
    if (refusals.isEmpty()) {
      port.watch();
    }
    return port;
  }

  private void answerAt(int number, String token) throws IOException {
    server = HttpServer.create(new InetSocketAddress(LOOPBACK, number), 0);
    byte[] bytes = ("{\"started_as\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/mp-health/live",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, LOOPBACK)) {
      return probe.getLocalPort();
    }
  }
}
