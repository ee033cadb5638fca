package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.PostgresHere;
import edgeai.common.fixture.TestPostgres;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./edge db copy}, from the file of a server that runs into PostgreSQL, and back. */
@Tag("long")
@Timeout(600)
@StartsServers(Lane.PROCESSES)
class DatabaseCopyIT {
  private static final int FRAMES = 100;

  private String model;
  private String job;
  private List<JsonObject> found;

  @Test
  void whatAServerHasIsTheSameInEither() throws IOException {
    model =
        BlobModel.standard()
            .write(Build.emptyFolder("copy-model").resolve("blobs.onnx"))
            .toString();
    try (TestPostgres postgres =
        PostgresHere.start(Build.emptyFolder("copy-postgres").resolve("data"))) {
      postgres.create("copied", null);
      Map<String, String> settings = new HashMap<>(postgres.settings("copied"));
      try (Launcher edge = new Launcher("copy", settings)) {
        fromTheFileOfOneThatRuns(edge);
        settings.put("MODEL", model);
        Path back = Build.emptyFolder("copy-back");
        try (ServerProcess server = ServerProcess.coordinator("copy-there", settings)) {
          requireFound(server);
          backBesideOneThatRuns(edge, back);
        }
        copyIsRefused(edge, back);
      }
      assertThat(postgres.text("copied", "select count(*) from pg_namespace where nspname='admin'"))
          .as("an admin server has nothing that could be copied")
          .isEqualTo("0");
    }
  }

  private void fromTheFileOfOneThatRuns(Launcher edge) {
    try (ServerProcess server =
        ServerProcess.coordinator("copy-here", Map.of("MODEL", model)).awaitReady()) {
      JobClient jobs = new JobClient(server.http());
      job = jobs.submit(Traffic.write("copied.mp4", FRAMES), "?sample_fps=0");
      jobs.awaitCompleted(job);
      found = jobs.frames(job);

      assertThat(found).hasSize(FRAMES);
      assertThat(copy(edge, "postgresql", server.data())).as(edge.output()).isZero();
      assertThat(edge.output())
          .contains("are in PostgreSQL, each held against the others")
          .contains("nothing of the admin is there")
          .doesNotContain(TestPostgres.PASSWORD);
      assertThat(Build.filesIn(server.data())).doesNotContain(".copy", "coordinator.backup");
    }
  }

  private void backBesideOneThatRuns(Launcher edge, Path fresh) {
    assertThat(copy(edge, "h2", fresh)).as(edge.output()).isZero();
    assertThat(edge.output()).contains("are in its file, each held against the others");
    try (ServerProcess server =
        ServerProcess.coordinator(
            "copied-back", Map.of("MODEL", model, "DATA_DIR", fresh.toString()))) {
      requireFound(server);
      assertThat(copy(edge, "h2", fresh)).isEqualTo(1);
      assertThat(edge.output()).contains("coordinator.mv.db open: end it first");
    }
  }

  private void copyIsRefused(Launcher edge, Path data) {
    assertThat(copy(edge, "postgresql", data)).isEqualTo(1);
    assertThat(edge.output()).contains("with --replace sets it aside");
  }

  private static int copy(Launcher edge, String to, Path data) {
    return edge.start("db", "copy", to, "--data", data.toString()).awaitExit();
  }

  private void requireFound(ServerProcess server) {
    server.awaitReady();
    assertThat(new JobClient(server.http()).frames(job)).isEqualTo(found);
  }
}
