package edgeai.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.client.Web;
import edgeai.cli.fixture.PlainServer;
import edgeai.cli.run.RunFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTest {

  @Test
  void showsServersHereAndWorkersElsewhere() throws InterruptedException {
    try (PlainServer coordinator = new PlainServer().isReady();
        PlainServer camera = new PlainServer().isReady();
        PlainServer worker = new PlainServer()) {
      coordinator.answers(
          "GET /workers",
          200,
          """
          [{"worker_id":"coordinator-local","status":"online","model":"street","provider":"cpu"},
           {"worker_id":"far","host":"fe80::1","port":9001,"status":"offline"},
           {"worker_id":"near","host":"127.0.0.1","port":%d,"model":"street","provider":"cpu"}]"""
              .formatted(worker.address().getPort()));
      camera.answers(
          "GET /health", 200, "{\"model\":\"street\",\"camera\":{\"state\":\"stopped\"}}");
      Status status =
          Status.of(
              List.of(
                  file("camera-1", 1, camera),
                  file("coordinator", 2, coordinator),
                  file("worker-1", 3, worker)),
              new Web());
      assertThat(status.lines())
          .map(line -> line.replaceAll(":\\d{4,5}\\b", ":PORT").replaceAll(" +", " "))
          .containsExactly(
              "SERVER ADDRESS PID STATE MODEL PROVIDER",
              "camera-1 http://127.0.0.1:PORT 1 stopped street -",
              "coordinator http://127.0.0.1:PORT 2 ready street cpu",
              "worker-1 http://127.0.0.1:PORT 3 not ready street cpu",
              "far http://[fe80::1]:PORT - offline - -");
      assertThat(status.isAllReady()).isFalse();
    }
  }

  private static RunFile file(String name, long pid, PlainServer server) {
    return new RunFile(Path.of("run", name), pid, server.address(), Optional.empty(), false, 1);
  }
}
