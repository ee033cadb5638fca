package edgeai.benchmark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import edgeai.systemtests.fixture.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobWatchTest {
  private final List<String> asked = new ArrayList<>();
  private HttpServer coordinator;
  private String status = "processing";
  private boolean removed;

  @BeforeEach
  void open() throws IOException {
    coordinator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    coordinator.createContext(
        "/jobs/a1",
        exchange -> {
          try (exchange) {
            asked.add(exchange.getRequestMethod());
            byte[] job = "{\"status\":\"%s\"}".formatted(status).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(removed ? 404 : 200, job.length);
            exchange.getResponseBody().write(job);
            if (exchange.getRequestMethod().equals("DELETE")) {
              removed = !status.equals("processing");
              status = "failed";
            }
          }
        });
    coordinator.start();
  }

  @AfterEach
  void close() {
    coordinator.stop(0);
  }

  private JobWatch job() {
    return new JobWatch(new Http("http://127.0.0.1:" + coordinator.getAddress().getPort()), "a1");
  }

  @Test
  void aJobThatIsCancelledIsWaitedFor() {
    job().cancel();
    assertThat(asked).startsWith("DELETE", "GET");
    assertThat(status).isEqualTo("failed");
  }

  @Test
  void oneThatHadEndedIsGoneOnceItIsCancelled() {
    status = "completed";
    job().cancel();
    assertThat(removed).isTrue();
  }
}
