package edgeai.admin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.admin.camera.Camera;
import edgeai.admin.camera.Cameras;
import edgeai.admin.settings.AdminTestSettings;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.Scraped;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CameraMetricsTest {
  private final MutableClock clock = new MutableClock();
  private final List<Camera> listed = new ArrayList<>();

  @BeforeEach
  void register() {
    Cameras cameras =
        new Cameras(AdminTestSettings.with(), null, null, clock, new FiredEvents()) {
          @Override
          public synchronized List<Camera> list() {
            return listed;
          }
        };
    new CameraMetrics(cameras, clock).register();
  }

  @AfterEach
  void forget() {
    Scraped.forget();
  }

  private void add(String id, String status, String trouble) {
    listed.add(
        new Camera(
            id, "host", "10.0.0.1", status, clock.instant(), clock.instant(), "running", trouble));
  }

  @Test
  void bothStatesAreThereBeforeTheFirstCamera() {
    assertThat(Scraped.samples())
        .containsExactlyInAnyOrder(
            "edge_cameras{status=\"active\"} 0.0",
            "edge_cameras{status=\"offline\"} 0.0",
            "edge_cameras_troubled 0.0");
  }

  @Test
  void camerasCountByStateAndTellHowLongTheyAreSilent() {
    add("gate", Camera.OFFLINE, "the source gave no frame for 8 s");
    clock.advanceSeconds(31.5);
    add("yard", Camera.ACTIVE, "the source gave no frame for 8 s");
    add("roof", Camera.ACTIVE, null);

    assertThat(Scraped.samples())
        .containsExactlyInAnyOrder(
            "edge_cameras{status=\"active\"} 2.0",
            "edge_cameras{status=\"offline\"} 1.0",
            "edge_camera_silence_seconds{camera=\"gate\"} 31.5",
            "edge_camera_silence_seconds{camera=\"roof\"} 0.0",
            "edge_camera_silence_seconds{camera=\"yard\"} 0.0",
            "edge_cameras_troubled 1.0");
  }
}
