package edgeai.benchmark.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {

  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;

  private int answering(int status) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, 2);
          exchange.getResponseBody().write(new byte[] {'o', 'k'});
          exchange.close();
        });
    server.start();
    return server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyCallIsAnsweredAndCounted() throws IOException {
    try (Load load = new Load(answering(200))) {
      Load.Outcome outcome = load.run(Duration.ofMillis(100), Posts.events());

      assertThat(outcome.answered()).isEqualTo(calls.get()).isGreaterThanOrEqualTo(64);
      assertThat(outcome.latencies().count()).isEqualTo(outcome.answered());
    }
  }

  @Test
  void anAnswerThatRefusesEndsIt() throws IOException {
    try (Load load = new Load(answering(503))) {
      assertThatThrownBy(() -> load.run(Duration.ofSeconds(5), Posts.health()))
          .hasMessageContaining("the server answers HTTP/1.1 503");
    }
  }
}
