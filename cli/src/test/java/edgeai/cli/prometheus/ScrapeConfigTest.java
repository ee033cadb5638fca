package edgeai.cli.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.client.Web;
import edgeai.cli.run.ServerPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScrapeConfigTest {
  private static final List<ServerPlan> SERVERS =
      List.of(
          server("coordinator", "0.0.0.0", 8000),
          server("worker-1", "127.0.0.1", 9001),
          server("worker-2", "::1", 9002));

  @Test
  void serversOfOneKindAreOneJob() throws IOException {
    JsonNode config = read(new ScrapeOrder(SERVERS, Path.of("a"), false, none(), none()));

    assertThat(config.at("/scrape_configs/0/job_name").asText()).isEqualTo("coordinator");
    assertThat(config.at("/scrape_configs/0/static_configs/0/targets").toString())
        .isEqualTo("[\"127.0.0.1:8000\"]");
    assertThat(config.at("/scrape_configs/1/job_name").asText()).isEqualTo("worker");
    assertThat(config.at("/scrape_configs/1/static_configs/0/targets").toString())
        .isEqualTo("[\"127.0.0.1:9001\",\"[::1]:9002\"]");
    assertThat(config.at("/scrape_configs/2").isMissingNode()).isTrue();
    assertThat(config.toString()).doesNotContain("https", "credentials_file");
  }

  @Test
  void itKnowsServersAndIsKnown() throws IOException {
    JsonNode config =
        read(
            new ScrapeOrder(
                SERVERS,
                Path.of("a"),
                true,
                Optional.of(Path.of("/tls/ca.pem")),
                Optional.of(Path.of("/own/token"))));

    for (JsonNode job : config.path("scrape_configs")) {
      assertThat(job.path("scheme").asText()).isEqualTo("https");
      assertThat(job.at("/tls_config/ca_file").asText()).isEqualTo("/tls/ca.pem");
      assertThat(job.at("/authorization/credentials_file").asText()).isEqualTo("/own/token");
    }
  }

  private static ServerPlan server(String name, String host, int port) {
    return new ServerPlan(name, "any-war", host, port, "--port", Path.of("data"), Map.of());
  }

  private static Optional<Path> none() {
    return Optional.empty();
  }

  private static JsonNode read(ScrapeOrder order) throws IOException {
    return Web.read(ScrapeConfig.of(order));
  }
}
