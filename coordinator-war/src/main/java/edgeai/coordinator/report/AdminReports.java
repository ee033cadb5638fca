package edgeai.coordinator.report;

import edgeai.common.admin.CameraIdentity;
import edgeai.common.wire.Alert;
import edgeai.common.wire.CameraAlert;
import edgeai.common.wire.CameraEvent;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What the admin server is told, in its own words. */
@ApplicationScoped
public class AdminReports {
  private final CoordinatorSettings settings;

  @Inject
  public AdminReports(CoordinatorSettings settings) {
    this.settings = settings;
  }

  /** For the container's proxy. */
  AdminReports() {
    this(null);
  }

  CameraIdentity identity() {
    return new CameraIdentity(
        settings.admin().cameraId(), settings.admin().cameraName(), settings.host());
  }

  /** What jobs showed in a second or so. */
  CameraEvent ofSighting(Sightings.Sighting sighting) {
    return CameraEvent.of(
        settings.admin().cameraId(), sighting.since(), sighting.counts(), sighting.eventId());
  }

  CameraAlert ofAlert(Alert alert) {
    return CameraAlert.of(settings.admin().cameraId(), alert, UUID.randomUUID());
  }
}
