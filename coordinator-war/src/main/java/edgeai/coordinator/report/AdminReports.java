package edgeai.coordinator.report;

import edgeai.common.admin.CameraIdentity;
import edgeai.common.wire.Alert;
import edgeai.common.wire.Job;
import edgeai.coordinator.result.FrameRepository;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the admin server is told, in its own words. */
@ApplicationScoped
public class AdminReports {
  @Inject private CoordinatorSettings settings;
  @Inject private FrameRepository frames;
  @Inject private Clock clock;

  /** One call that is owed to the admin server. */
  record Report(String path, String json) {}

  CameraIdentity identity() {
    return new CameraIdentity(
        settings.admin().cameraId(), settings.admin().cameraName(), settings.host());
  }

  /** The counts of a job; nothing where it saw nothing. */
  Optional<Report> ofJob(Job job) {
    if (job.detectionsFound() == 0) {
      return Optional.empty();
    }
    Map<String, Long> counts = frames.objectCounts(job.jobId());
    JsonObjectBuilder objectCounts = Json.createObjectBuilder();
    counts.forEach(objectCounts::add);
    String json =
        Json.createObjectBuilder()
            .add("camera_id", settings.admin().cameraId())
            .add("timestamp", clock.instant().toString())
            .add("detected_vehicles", job.detectionsFound())
            .add("vehicle_types", Json.createArrayBuilder(List.copyOf(counts.keySet())))
            .add("object_counts", objectCounts)
            .add("event_id", job.jobId())
            .build()
            .toString();
    return Optional.of(new Report("/camera-detection", json));
  }

  Report ofAlert(Alert alert) {
    String json =
        Json.createObjectBuilder()
            .add("camera_id", settings.admin().cameraId())
            .add("worker_id", alert.workerId())
            .add("frame_id", alert.frameId())
            .add("timestamp", alert.timestamp().toString())
            .add("alert_labels", Json.createArrayBuilder(alert.alertLabels()))
            .add("level", alert.level())
            .add("message", alert.message())
            .add("event_id", UUID.randomUUID().toString())
            .build()
            .toString();
    return new Report("/camera-alerts", json);
  }
}
