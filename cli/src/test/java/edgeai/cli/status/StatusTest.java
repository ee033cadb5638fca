package edgeai.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.client.Web;
import edgeai.cli.fixture.PlainServer;
import edgeai.cli.run.FoundServer;
import edgeai.cli.run.RunFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
              List.of(),
              Set.of(),
              new Web());
      assertThat(status.lines())
          .map(line -> line.replaceAll(":\\d{4,5}\\b", ":PORT").replaceAll(" +", " "))
          .containsExactly(
              "SERVER ADDRESS PID OF STATE MODEL PROVIDER",
              "camera-1 http://127.0.0.1:PORT 1 here stopped street -",
              "coordinator http://127.0.0.1:PORT 2 here ready street cpu",
              "worker-1 http://127.0.0.1:PORT 3 here not ready street cpu",
              "far http://[fe80::1]:PORT - - offline - -");
      assertThat(status.isAllReady()).isFalse();
    }
  }

  @Test
  void showsServersThatOthersStarted() throws InterruptedException {
    try (PlainServer coordinator = new PlainServer();
        PlainServer worker = new PlainServer();
        PlainServer admin = new PlainServer();
        PlainServer stranger = new PlainServer()) {
      coordinator.answers(
          "GET /health",
          200,
          "{\"status\":\"ok\",\"ready\":true,\"model\":{\"name\":\"coco\",\"provider\":\"cpu\"}}");
      worker.answers(
          "GET /health",
          200,
          "{\"status\":\"ok\",\"worker_id\":\"w\",\"ready\":true,\"model\":\"coco\",\"provider\":\"cpu\"}");
      admin.answers("GET /health", 200, "{\"status\":\"ok\",\"ready\":true}");
      FoundServer found = new FoundServer("coordinator", 7, coordinator.address(), "anna");
      Status status =
          Status.of(
              List.of(),
              List.of(found),
              Set.of(port(coordinator), port(worker), port(admin), port(stranger)),
              new Web());
      assertThat(status.lines())
          .map(line -> line.replaceAll(":\\d{4,5}\\b", ":PORT").replaceAll(" +", " "))
          .containsExactlyInAnyOrder(
              "SERVER ADDRESS PID OF STATE MODEL PROVIDER",
              "coordinator http://127.0.0.1:PORT 7 anna ready coco cpu",
              "worker http://127.0.0.1:PORT - - ready coco cpu",
              "admin http://127.0.0.1:PORT - - ready - -");
      assertThat(status.isAllReady()).isTrue();
      assertThat(coordinator.requests())
          .as("and nothing that needs a token")
          .containsOnly("GET /health");
    }
  }

  @Test
  void aServerOfOthersThatIsNotReadyIsToldToo() throws InterruptedException {
    try (PlainServer silent = new PlainServer()) {
      FoundServer found = new FoundServer("worker-1", 7, silent.address(), "anna");
      Status status = Status.of(List.of(), List.of(found), Set.of(), new Web());
      assertThat(status.isEmpty()).isFalse();
      assertThat(status.isAllReady()).isFalse();
      assertThat(Status.of(List.of(), List.of(), Set.of(port(silent)), new Web()).isEmpty())
          .as("one that is not ours")
          .isTrue();
    }
  }

  private static int port(PlainServer server) {
    return server.address().getPort();
  }

  private static RunFile file(String name, long pid, PlainServer server) {
    return new RunFile(Path.of("run", name), pid, server.address(), Optional.empty(), false, 1);
  }
}
