package edgeai.coordinator.report;

import edgeai.common.admin.CameraIdentity;
import edgeai.common.wire.Alert;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;

/** What the admin server is told, in its own words. */
@ApplicationScoped
public class AdminReports {
  @Inject private CoordinatorSettings settings;

  /** One call that is owed to the admin server. */
  record Report(String path, String json) {}

  CameraIdentity identity() {
    return new CameraIdentity(
        settings.admin().cameraId(), settings.admin().cameraName(), settings.host());
  }

  /** What jobs showed in a second or so. */
  Report ofSighting(Sightings.Sighting sighting) {
    JsonObjectBuilder objectCounts = Json.createObjectBuilder();
    sighting.counts().forEach(objectCounts::add);
    String json =
        Json.createObjectBuilder()
            .add("camera_id", settings.admin().cameraId())
            .add("timestamp", sighting.since().toString())
            .add(
                "detected_vehicles",
                sighting.counts().values().stream().mapToLong(Long::longValue).sum())
            .add("vehicle_types", Json.createArrayBuilder(sighting.counts().keySet()))
            .add("object_counts", objectCounts)
            .add("event_id", sighting.eventId().toString())
            .build()
            .toString();
    return new Report("/camera-detection", json);
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
