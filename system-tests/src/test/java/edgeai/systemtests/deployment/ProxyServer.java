package edgeai.systemtests.deployment;

import static org.awaitility.Awaitility.await;

import edgeai.settings.SettingReader;
import edgeai.settings.tls.KnownServers;
import edgeai.systemtests.fixture.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A reverse proxy that runs by the project's file, before a coordinator. */
final class ProxyServer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Http http;

  private ProxyServer(Process process, Http http) {
    this.process = process;
    this.http = http;
  }

  static ProxyServer start(Proxy proxy, int coordinator) throws IOException, InterruptedException {
    ProxyPlaces places = ProxyPlaces.of("proxy-" + proxy.required().name(), coordinator);
    List<String> line = new ArrayList<>(List.of(proxy.required().name()));
    line.addAll(proxy.run(proxy.configuration(places)));
    Path log = places.folder().resolve("proxy.log");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("HOME", places.folder().toString());
    builder.environment().put("XDG_DATA_HOME", places.folder().toString());
    Map<String, String> settings = Map.of("TLS_CA", places.authority().toString());
    Http http =
        Http.knowing(
            KnownServers.context(new SettingReader(settings::get)),
            "https://localhost:" + places.port());
    return new ProxyServer(builder.start(), http).awaitAnswers(log);
  }

  private ProxyServer awaitAnswers(Path log) {
    try {
      await("the proxy answers")
          .atMost(LIMIT)
          .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
          .failFast("it ended: see " + log, () -> !process.isAlive())
          .until(() -> http.get("/mp-health/ready").status() == 200);
      return this;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** A client of what is behind it. */
  Http http() {
    return http;
  }

  /** nginx has a process of its own for requests, which ends with its master in order only. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
