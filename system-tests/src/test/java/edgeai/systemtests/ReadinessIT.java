package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.BareCoordinator;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readiness is proved by inference; being alive is something else. */
@OnServers
@Timeout(300)
class ReadinessIT {
  @Test
  void aCoordinatorProvesThatItInfers(Pool pool) {
    requireProof(pool.http());
  }

  @Test
  void aWorkerProvesThatItInfers(Pool pool) {
    requireProof(pool.workers().get(0).http());
  }

  private static void requireProof(Http http) {
    JsonObject check = check(http, 200);
    assertThat(check.getString("status")).isEqualTo("UP");
    JsonObject data = check.getJsonObject("data");
    assertThat(data.getString("inference")).isIn("canary", "frame", "busy");
    String time = data.getString("inference").equals("frame") ? "frame_ms_ago" : "canary_ms";
    assertThat(Long.parseLong(data.get(time).toString().replace("\"", ""))).isBetween(0L, 60_000L);
    assertThat(http.get("/mp-health/live").expect(200).object().getString("status"))
        .isEqualTo("UP");
  }

  @Test
  void askingOftenCostsOnePictureAtMost(Pool pool) {
    Http http = pool.workers().get(0).http();
    int done = http.get("/metrics").object().getJsonObject("frames").getInt("total");
    for (int asked = 0; asked < 50; asked++) {
      check(http, 200);
    }
    assertThat(http.get("/metrics").object().getJsonObject("frames").getInt("total"))
        .as("a canary is no frame")
        .isEqualTo(done);
  }

  @Test
  void aCoordinatorWithoutAWorkerHasNothingToProve(BareCoordinator bare) {
    assertThat(check(bare.http(), 200).getJsonObject("data").getString("inference"))
        .isEqualTo("none: LOCAL_WORKER=false");
  }

  @Test
  void aWorkerWithoutAModelIsAliveAndSaysWhatItLacks() {
    String nobody = "http://127.0.0.1:" + FreePort.next();
    try (ServerProcess lonely = ServerProcess.worker("lonely", nobody, Map.of())) {
      await("it is alive")
          .atMost(Duration.ofMinutes(3))
          .ignoreException(UncheckedIOException.class)
          .until(() -> lonely.http().get("/mp-health/live").status() == 200);
      JsonObject check = check(lonely.http(), 503);
      assertThat(check.getString("status")).isEqualTo("DOWN");
      assertThat(check.getJsonObject("data").getString("reason"))
          .isEqualTo("this worker has no model yet");
    }
  }

  @Test
  void whoKnocksWhileACoordinatorStartsIsRefusedOrAnswered(BareCoordinator bare) {
    bare.knocked().requireRefusedOrAnswered();
  }

  @Test
  @Tag("long")
  void serversStartByThePlainLinesOfTheManual() {
    try (ServerProcess plain = ServerProcess.coordinatorByTheManual("plain", Map.of());
        ServerProcess worker = ServerProcess.workerByTheManual("plain-worker", plain.url())) {
      requireProof(plain.awaitReady().http());
      requireProof(worker.awaitReady().http());
    }
  }

  @Test
  @Tag("long")
  void aPortThatIsTakenRefusesTheStart(Pool pool) {
    String taken = String.valueOf(pool.coordinator().port());
    try (ServerProcess second = ServerProcess.admin("second", Map.of("PORT", taken))) {
      assertThat(second.awaitExit()).isEqualTo(78);
      assertThat(second.output())
          .contains("START REFUSED: this server cannot listen on 127.0.0.1:" + taken + ": ");
    }
  }

  private static JsonObject check(Http http, int status) {
    return http.get("/mp-health/ready")
        .expect(status)
        .object()
        .getJsonArray("checks")
        .getJsonObject(0);
  }
}
