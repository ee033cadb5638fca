package edgeai.admin.metrics;

import edgeai.admin.camera.Camera;
import edgeai.admin.camera.Cameras;
import edgeai.common.metrics.Figures;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Prometheus sees of the cameras: how many there are, and for how long one is silent. */
@ApplicationScoped
public class CameraMetrics {
  private final Cameras cameras;
  private final Clock clock;

  @Inject
  CameraMetrics(Cameras cameras, Clock clock) {
    this.cameras = cameras;
    this.clock = clock;
  }

  /** For the container's proxy. */
  CameraMetrics() {
    this(null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    GaugeWithCallback.builder()
        .name("edge_cameras")
        .help("Cameras by state.")
        .labelNames("status")
        .callback(
            callback -> {
              Map<String, Long> counts =
                  cameras.list().stream()
                      .collect(Collectors.groupingBy(Camera::status, Collectors.counting()));
              List.of(Camera.ACTIVE, Camera.OFFLINE)
                  .forEach(status -> callback.call(counts.getOrDefault(status, 0L), status));
            })
        .register();
    GaugeWithCallback.builder()
        .name("edge_camera_silence_seconds")
        .help("Since a camera was last heard of.")
        .labelNames("camera")
        .callback(
            callback -> {
              for (Camera camera : cameras.list()) {
                callback.call(silence(camera), camera.cameraId());
              }
            })
        .register();
    Figures.gauge(
        "edge_cameras_troubled",
        "Active cameras that said what hinders them from seeing.",
        () -> AdminMetricsResource.CameraCounts.of(cameras.list()).troubled());
  }

  /** The machine's clock may go back. */
  private double silence(Camera camera) {
    return Math.max(0, Duration.between(camera.lastSeen(), clock.instant()).toMillis()) / 1000.0;
  }
}
