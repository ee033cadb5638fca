package edgeai.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.Program;
import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.OnServers;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An admin server serves the document of its calls, pages of it, and answers as it says. */
@OnServers
class AdminDocumentIT {
  private final AdminServer admin;
  private final DescribedServer described;

  AdminDocumentIT(AdminServer admin) throws IOException {
    this.admin = admin;
    this.described = new DescribedServer(Program.ADMIN, admin.http());
  }

  @Test
  void theDocumentIsServed() throws IOException {
    described.assertThatTheDocumentIsServed();
  }

  @Test
  void thePagesNeedNobodyElse() {
    described.assertThatThePagesNeedNobodyElse();
  }

  @Test
  void allCanBeRead() {
    described.assertThatAllCanBeRead();
  }

  @Test
  void refusalsAreAsDescribed() {
    assertThat(described.assertThatRefusalsAreAsDescribed())
        .containsKeys(401, 403, 404, 413, 415, 422);
  }

  @Test
  void boundsHold() {
    assertThat(described.bounds().assertThatTheyHold(Map.of()))
        .containsExactlyInAnyOrder("/analytics bucket", "/detections format", "/detections limit");
  }

  @Test
  void answersAreAsDescribed() {
    CameraClient camera = new CameraClient(admin.http());
    camera.register("described");
    camera.post(CameraClient.detection("described", "car", "truck"));

    Map<String, Integer> made = described.assertThatAnswersAreAsDescribed(Map.of());

    assertThat(made)
        .containsEntry("/cameras", 200)
        .containsEntry("/analytics", 200)
        .containsEntry("/detections", 200)
        .containsEntry("/metrics", 200);
    described.assertThatItIsAsDescribed(
        "get", "/analytics", admin.http().get("/analytics?bucket=hour"));
    described.assertThatItIsAsDescribed(
        "get", "/analytics", admin.http().get("/analytics?bucket=year"));
    described.assertThatItIsAsDescribed(
        "post",
        "/camera-control",
        admin.http().post("/camera-control", "{\"camera_id\":\"described\",\"command\":\"stop\"}"));
    described.assertThatItIsAsDescribed(
        "delete", "/cameras/{id}", admin.http().delete("/cameras/described"));
  }
}
