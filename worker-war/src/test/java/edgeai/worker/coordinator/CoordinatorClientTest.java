package edgeai.worker.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.door.SentBearer;
import edgeai.common.fixture.AnsweringServer;
import edgeai.common.network.ConfiguredCalls;
import edgeai.settings.SettingReader;
import edgeai.worker.settings.WorkerSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatorClientTest {
  private static CoordinatorClient client(URI coordinator) {
    Map<String, String> values = Map.of("COORDINATOR_URL", coordinator.toString());
    return new CoordinatorClient(
        WorkerSettings.read(new SettingReader(values::get)),
        SentBearer.NONE,
        new ConfiguredCalls(List.of()));
  }

  @Test
  void whatIsAskedArrivesAndItsAnswerComesBack() throws IOException, InterruptedException {
    try (var coordinator = new AnsweringServer(AnsweringServer.of(201, "{\"ok\":\"ö\"}"))) {
      CoordinatorClient client = client(coordinator.address());

      assertThat(client.post("/results", "{}").body()).isEqualTo("{\"ok\":\"ö\"}");
      assertThat(client.delete("/workers/a%2Fb")).isEqualTo(201);
      assertThat(coordinator.requests())
          .containsExactly("POST /results {}", "DELETE /workers/a%2Fb ");
    }
  }

  @Test
  void aModelGoesToItsFile(@TempDir Path folder) throws IOException, InterruptedException {
    try (var coordinator = new AnsweringServer(AnsweringServer.of(200, "model"))) {
      Path file = folder.resolve("m");

      assertThat(client(coordinator.address()).download("/model/a", file)).isEqualTo(200);
      assertThat(Files.readString(file)).isEqualTo("model");
    }
  }

  @Test
  void anAnswerWithoutEndIsGivenUp() {
    try (var coordinator = new AnsweringServer(AnsweringServer.endless())) {
      CoordinatorClient client = client(coordinator.address());

      assertThatThrownBy(() -> client.get("/model"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("it answered more than 4194304 bytes");
      assertThatThrownBy(() -> client.post("/results", "{}"))
          .hasMessageContaining("it answered more than 4194304 bytes");
    }
  }
}
