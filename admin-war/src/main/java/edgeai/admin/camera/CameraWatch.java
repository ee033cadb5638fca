package edgeai.admin.camera;

import edgeai.common.guard.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks for silent cameras once a second. */
@ApplicationScoped
public class CameraWatch {
  private static final Duration EACH = Duration.ofSeconds(1);

  private final Schedule schedule;
  private final Cameras cameras;

  @Inject
  public CameraWatch(Schedule schedule, Cameras cameras) {
    this.schedule = schedule;
    this.cameras = cameras;
  }

  /** For the container's proxy. */
  CameraWatch() {
    this(null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    schedule.every("camera watch", EACH, cameras::watch);
  }
}
