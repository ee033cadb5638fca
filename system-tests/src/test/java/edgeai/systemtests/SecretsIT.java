package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.PostgresHere;
import edgeai.common.fixture.TestPostgres;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.SecretUse;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No secret is in a log, whatever is logged: {@link TracesIT} has the same at the usual level. */
@Tag("long")
@Timeout(600)
@StartsServers(Lane.PROCESSES)
class SecretsIT {
  @Test
  void noneIsThereThoughEverythingIsLogged() throws IOException {
    Path model = Build.emptyFolder("secret-model").resolve("blobs.onnx");
    BlobModel.standard().write(model);
    try (TestPostgres postgres =
            PostgresHere.start(Build.emptyFolder("secret-postgres").resolve("data"));
        SecretUse use =
            new SecretUse("secret-files").with("database's password", TestPostgres.PASSWORD)) {
      postgres.create("secrets", null);
      Map<String, String> settings = new HashMap<>(use.ofCoordinator());
      settings.putAll(postgres.settings("secrets"));
      settings.put("MODEL", model.toString());
      try (ServerProcess coordinator =
              ServerProcess.verboseCoordinator("secret-coordinator", settings);
          ServerProcess camera =
              ServerProcess.verboseCamera("secret-camera", coordinator.url(), use.ofCamera())) {
        coordinator.awaitReady();
        JobClient jobs = new JobClient(coordinator.http());
        String job = jobs.submit(Traffic.write("secret.mp4", 3), "?sample_fps=0");
        jobs.awaitCompleted(job);
        use.use(coordinator, job, JobClient.frameId(jobs.frames(job).get(0)));
        await("the camera has looked for its source")
            .atMost(Duration.ofMinutes(3))
            .until(() -> camera.output().contains("127.0.0.1"));
        for (ServerProcess server : List.of(coordinator, camera)) {
          assertThat(server.output()).as("everything of %s", server.name()).contains(" FINE ");
          assertThat(use.in(server.output())).as(server.name()).isEmpty();
        }
      }
    }
  }
}
