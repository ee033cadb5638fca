package edgeai.admin.camera;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks for silent cameras once a second. */
@ApplicationScoped
public class CameraWatch {
  @Inject private Cameras cameras;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> watching;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    watching = scheduler.scheduleWithFixedDelay(cameras::watch, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    watching.cancel(true);
  }
}
