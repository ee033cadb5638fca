package edgeai.cli.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import edgeai.cli.client.Knock;
import edgeai.cli.client.Web;
import edgeai.cli.run.ServerPlan;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The machine's own Prometheus. */
@EnabledIf(value = "isThere", disabledReason = "there is no prometheus on the PATH")
class PrometheusRunTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private HttpServer server;
  private Process process;
  private URI address;

  static boolean isThere() {
    return program().isPresent();
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(each -> Path.of(each, PrometheusRun.NAME))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @BeforeEach
  void starts() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    int port = freePort();
    address = URI.create("http://127.0.0.1:" + port);
    Path awful = Files.createDirectories(folder.resolve("a [b] * 'c' \"d\" ü"));
    Path rules =
        Files.writeString(
            awful.resolve("alerts.yml"),
            """
            groups:
              - name: any
                rules:
                  - alert: Busy
                    expr: edge_jobs_running > 2
            """);
    ServerPlan plan =
        new ServerPlan(
            "coordinator",
            "coordinator-war",
            "127.0.0.1",
            server.getAddress().getPort(),
            "--port",
            folder,
            Map.of());
    process =
        new PrometheusRun(program().orElseThrow(), port)
            .start(
                new ScrapeOrder(List.of(plan), rules, false, Optional.empty(), Optional.empty()),
                awful.resolve("data"),
                folder.resolve("log"));
  }

  @AfterEach
  void ends() {
    server.stop(0);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Test
  void knowsServersAndRulesAndEndsWithItsCommand() throws IOException {
    String scraped = "http://127.0.0.1:%d/metrics".formatted(server.getAddress().getPort());
    await("it knows the server")
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(
            () -> ask("/api/v1/targets").at("/activeTargets/0/scrapeUrl").asText().equals(scraped));
    assertThat(ask("/api/v1/rules").at("/groups/0/rules/0/name").asText()).isEqualTo("Busy");
    List<ProcessHandle> programs = process.descendants().toList();

    process.getOutputStream().close();

    await("nothing is left")
        .atMost(LIMIT)
        .until(() -> !process.isAlive() && programs.stream().noneMatch(ProcessHandle::isAlive));
  }

  private JsonNode ask(String path) throws IOException {
    try {
      return Web.read(Knock.at(address.resolve(path), Optional.empty()).body()).path("data");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
