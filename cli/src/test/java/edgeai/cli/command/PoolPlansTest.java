package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolPlansTest {
  private static final Path DATA = Path.of("/data");
  private static final CameraSource SOURCE =
      new CameraSource("rtsp://me:SECRET@h/live", Optional.empty());

  @Test
  void aPoolKnowsItsServersByNameAndEachHasAFolderOfItsOwn() {
    List<ServerPlan> plans = plans(new PoolPorts(8000, 2, 9001, true, 8001, 1, 9101), Map.of());
    assertThat(plans)
        .extracting(ServerPlan::name)
        .containsExactly("admin", "coordinator", "worker-1", "worker-2", "camera-1");
    assertThat(plans).extracting(ServerPlan::port).containsExactly(8001, 8000, 9001, 9002, 9101);
    assertThat(plans)
        .extracting(ServerPlan::data)
        .startsWith(DATA.resolve("admin"), DATA.resolve("coordinator"));
  }

  @Test
  void workersKnowTheirCoordinatorAndAreNoCameras() {
    ServerPlan worker = plans(new PoolPorts(8000, 1, 9001, true, 8001, 0, 1), Map.of()).getLast();
    assertThat(worker.settings())
        .containsOnly(
            Map.entry("ADMIN_URL", "http://127.0.0.1:8001"),
            Map.entry("COORDINATOR_URL", "http://127.0.0.1:8000"),
            Map.entry("WORKER_ID", "worker-1"),
            Map.entry("ADVERTISE_ADDRESS", "127.0.0.1"),
            Map.entry("CAMERA_SOURCE", ""));
  }

  @Test
  void camerasAreAsTheyAreAskedForAndNoWorkers() {
    ServerPlan camera =
        plans(new PoolPorts(8000, 0, 9001, true, 8001, 1, 9101), Map.of()).getLast();
    assertThat(camera.settings())
        .containsEntry("CAMERA_SOURCE", SOURCE.value())
        .containsEntry("CAMERA_ID", "camera-1")
        .containsEntry("CAMERA_NAME", "Camera 1")
        .containsEntry("COORDINATOR_URL", "");
  }

  @Test
  void aCameraThatWatchesTheDrawnStreetHasTheModelForItUnlessAnotherIsSet() {
    PoolPorts ports = new PoolPorts(8000, 1, 9001, true, 8001, 1, 9101);
    CameraSource street = CameraSource.street(Path.of("/street.mp4"));
    assertThat(PoolPlans.of(ports, environment(Map.of()), DATA, street))
        .filteredOn(plan -> plan.settings().containsKey("MODEL"))
        .singleElement()
        .satisfies(camera -> assertThat(camera.name()).isEqualTo("camera-1"))
        .satisfies(camera -> assertThat(camera.settings()).containsEntry("MODEL", "street"));
    assertThat(PoolPlans.of(ports, environment(Map.of("MODEL", "/own.onnx")), DATA, street))
        .noneMatch(plan -> plan.settings().containsKey("MODEL"));
    assertThat(plans(ports, Map.of())).noneMatch(plan -> plan.settings().containsKey("MODEL"));
  }

  @Test
  void anAdminServerIsToldOfToNobodyWhereThereIsNone() {
    List<ServerPlan> plans = plans(new PoolPorts(8000, 1, 9001, false, 8001, 0, 1), Map.of());
    assertThat(plans).noneMatch(plan -> plan.settings().containsKey("ADMIN_URL"));
  }

  @Test
  void aHostThatMeansAllIsReachedAtTheLoopback() {
    List<ServerPlan> plans =
        plans(new PoolPorts(8000, 1, 9001, true, 8001, 0, 1), Map.of("HOST", "0.0.0.0"));
    assertThat(plans)
        .extracting(ServerPlan::host)
        .containsExactly("0.0.0.0", "0.0.0.0", "127.0.0.1");
  }

  @Test
  void serversBesideEachOtherShareTheCores() {
    PoolPorts pool = new PoolPorts(8000, 1, 9001, true, 8001, 0, 1);
    assertThat(PoolPlans.sharingCores(pool, environment(Map.of())).variables())
        .containsEntry("INFER_CALLERS", "1")
        .containsEntry("INFER_THREADS", "1");
    assertThat(PoolPlans.sharingCores(pool, environment(Map.of("INFER_THREADS", "4"))).variables())
        .containsEntry("INFER_THREADS", "4");
    PoolPorts alone = new PoolPorts(8000, 0, 9001, true, 8001, 0, 1);
    assertThat(PoolPlans.sharingCores(alone, environment(Map.of())).variables()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "12, 12",
    "rtsp://h/live, rtsp://h/live",
    "/a.mp4, /a.mp4",
    "a.mp4, /here/a.mp4",
    "~/a.mp4, /home/me/a.mp4",
    "123, /here/123",
  })
  void aSourceIsAPathOrAnAddressOrAWebcam(String typed, String meant) {
    Environment environment = Environment.of(Map.of("HOME", "/home/me"), Path.of("/here"));
    assertThat(CameraSource.of(typed, environment).value()).isEqualTo(meant);
  }

  private static List<ServerPlan> plans(PoolPorts ports, Map<String, String> settings) {
    return PoolPlans.of(ports, environment(settings), DATA, SOURCE);
  }

  private static Environment environment(Map<String, String> settings) {
    return Environment.of(settings, Path.of("/here"));
  }
}
