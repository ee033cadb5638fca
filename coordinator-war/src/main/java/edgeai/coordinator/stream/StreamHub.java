package edgeai.coordinator.stream;

import edgeai.common.vision.Annotator;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Gives the latest picture to every viewer; the newest wins for each, nobody waits for another. */
@ApplicationScoped
public class StreamHub {
  @Inject private CoordinatorSettings settings;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService scheduler;

  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private volatile Part latest;
  private volatile long shownAt = System.nanoTime();
  private ScheduledFuture<?> repeating;

  @PostConstruct
  void start() {
    latest = new Part(Annotator.placeholder(1280, 720, "Waiting for the first frame"));
    long period = Math.max(100, settings.stream().repeatAfter().toMillis() / 4);
    repeating =
        scheduler.scheduleWithFixedDelay(this::repeat, period, period, TimeUnit.MILLISECONDS);
  }

  /** False where there are as many viewers as allowed. */
  boolean hasRoom() {
    return viewers.size() < settings.stream().maxViewers();
  }

  void join(Viewer viewer) {
    viewers.add(viewer);
    viewer.offer(latest);
  }

  void leave(Viewer viewer) {
    viewers.remove(viewer);
  }

  /** Whether somebody watches. */
  public boolean isWatched() {
    return !viewers.isEmpty();
  }

  /** How many watch. */
  public int viewers() {
    return viewers.size();
  }

  void show(byte[] jpeg) {
    show(new Part(jpeg));
  }

  private void show(Part part) {
    latest = part;
    shownAt = System.nanoTime();
    viewers.forEach(viewer -> viewer.offer(part));
  }

  /** Sends the latest picture again where nothing new came, so that proxies keep the line open. */
  private void repeat() {
    Duration age = Duration.ofNanos(System.nanoTime() - shownAt);
    if (age.compareTo(settings.stream().repeatAfter()) >= 0) {
      show(latest);
    }
  }

  @PreDestroy
  void stop() {
    repeating.cancel(true);
    viewers.forEach(Viewer::end);
  }
}
