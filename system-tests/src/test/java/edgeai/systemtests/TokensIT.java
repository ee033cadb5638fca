package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.access.AccessFile;
import edgeai.access.AccessToken;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A pool whose servers others reach: nobody does anything without a token, and all goes with one.
 */
@Tag("long")
@Timeout(500)
@StartsServers(Lane.PROCESSES)
class TokensIT {
  private static final String EVERYWHERE = "0.0.0.0";

  private final Path folder = Build.emptyFolder("tokens");
  private final AccessFile access = new AccessFile(folder.resolve("access"));

  private Secret create(String name, Role role) {
    Secret secret = Secret.fresh();
    access.change(
        list ->
            list.with(new AccessToken(name, role, secret.hash(), Instant.now(), Optional.empty())));
    return secret;
  }

  @Test
  void aJobIsDoneByWorkersThatAreKnown() {
    String[] operator = {"Authorization", "Bearer " + create("me", Role.OPERATOR).text()};
    SentToken.write(folder.resolve("node"), create("laptop-7", Role.NODE));
    try (ServerProcess coordinator =
            ServerProcess.coordinator(
                "guarded",
                Map.of(
                    "HOST",
                    EVERYWHERE,
                    "ACCESS_FILE",
                    access.path().toString(),
                    "MODEL",
                    "street",
                    "LOCAL_WORKER",
                    "false"));
        ServerProcess worker =
            ServerProcess.worker(
                "guarded-worker",
                coordinator.url(),
                Map.of(
                    "HOST",
                    EVERYWHERE,
                    "ADVERTISE_ADDRESS",
                    "127.0.0.1",
                    "TOKEN_FILE",
                    folder.resolve("node").toString()))) {
      worker.awaitReady();
      assertThat(coordinator.http().get("/workers").status()).isEqualTo(401);
      assertThat(coordinator.http().get("/metrics", operator).status()).isEqualTo(200);
      assertThat(worker.http().post("/process-frame").status()).isEqualTo(401);

      String job =
          coordinator
              .http()
              .post(
                  "/upload-video",
                  Upload.CONTENT_TYPE,
                  Upload.of(Traffic.write("guarded.mp4", 30)).body(),
                  operator)
              .object()
              .getString("job_id");
      await("job")
          .atMost(Duration.ofMinutes(3))
          .until(
              () ->
                  coordinator
                      .http()
                      .get("/jobs/" + job, operator)
                      .object()
                      .getString("status")
                      .equals("completed"));

      access.change(list -> list.withoutToken("laptop-7"));
      await("the worker is out")
          .atMost(Duration.ofSeconds(1))
          .until(
              () ->
                  coordinator
                          .http()
                          .send(
                              "POST",
                              "/heartbeat/guarded-worker",
                              BodyPublishers.noBody(),
                              "Authorization",
                              "Bearer " + SentToken.read(folder.resolve("node")).text())
                          .status()
                      == 401);
    }
  }

  @Test
  void aServerThatOthersReachDoesNotStartWhileNobodyIsKnown() {
    try (ServerProcess admin = ServerProcess.admin("unguarded", Map.of("HOST", EVERYWHERE))) {
      assertThat(admin.awaitExit()).as(admin.output()).isEqualTo(78);
      assertThat(admin.output())
          .contains("START REFUSED: HOST=0.0.0.0 lets others reach this admin")
          .contains("./edge token create");
    }
  }
}
