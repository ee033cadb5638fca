package edgeai.coordinator.stream;

import edgeai.common.guard.Schedule;
import edgeai.common.vision.Annotator;
import edgeai.coordinator.frame.Attention;
import edgeai.coordinator.job.Jobs;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives the latest picture of its job to every viewer, or of the job in the {@link Spotlight} where
 * none was asked for; the newest wins for each, nobody waits for another.
 */
@ApplicationScoped
public class StreamHub {
  private final CoordinatorSettings settings;
  private final Jobs jobs;
  private final Attention attention;
  private final Clock clock;
  private final Schedule schedule;
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final Map<String, Scene> scenes = new ConcurrentHashMap<>();
  private Spotlight spotlight;
  private Part waiting;
  private Part over;

  @Inject
  public StreamHub(
      CoordinatorSettings settings,
      Jobs jobs,
      Attention attention,
      Clock clock,
      Schedule schedule) {
    this.settings = settings;
    this.jobs = jobs;
    this.attention = attention;
    this.clock = clock;
    this.schedule = schedule;
  }

  /** For the container's proxy. */
  StreamHub() {
    this(null, null, null, null, null);
  }

  @PostConstruct
  void start() {
    spotlight = new Spotlight(jobId -> jobs.running(jobId).isPresent(), clock);
    waiting = Part.of(Annotator.placeholder(1280, 720, "Waiting for the first frame"));
    over = Part.of(Annotator.placeholder(1280, 720, "This job has ended"));
    long period = Math.max(100, settings.stream().repeatAfter().toMillis() / 4);
    schedule.every("stream repetition", Duration.ofMillis(period), this::repeat);
  }

  /** False where there are as many viewers as allowed. */
  boolean hasRoom() {
    return viewers.size() < settings.stream().maxViewers();
  }

  void join(Viewer viewer) {
    viewers.add(viewer);
    attention.viewerCame();
    viewer.offer(scene(wanted(viewer)).picture());
  }

  void leave(Viewer viewer) {
    if (viewers.remove(viewer)) {
      attention.viewerLeft();
    }
  }

  private String wanted(Viewer viewer) {
    return viewer.jobId() == null ? spotlight.shown() : viewer.jobId();
  }

  /** Whether somebody watches. */
  public boolean isWatched() {
    return !viewers.isEmpty();
  }

  private boolean isWatched(String jobId) {
    return viewers.stream().anyMatch(viewer -> wanted(viewer).equals(jobId));
  }

  /** How many watch. */
  public int viewers() {
    return viewers.size();
  }

  /** The job shown to those who asked for none; null while it is none's frames. */
  public String shownJobId() {
    String shown = spotlight.shown();
    return shown.equals(Spotlight.NO_JOB) ? null : shown;
  }

  /** The scene of a frame that came, of a job or {@link Spotlight#NO_JOB}. */
  Scene came(String jobId) {
    spotlight.takes(jobId);
    return scene(jobId);
  }

  private Scene scene(String jobId) {
    Scene known = scenes.get(jobId);
    if (known != null) {
      return known;
    }
    dropOld();
    boolean begins = jobId.equals(Spotlight.NO_JOB) || jobs.running(jobId).isPresent();
    return scenes.computeIfAbsent(jobId, id -> new Scene(id, begins ? waiting : over));
  }

  /**
   * Keeps those that may be asked for: of jobs that run, watched, or shown to who asked for none.
   */
  private void dropOld() {
    String shown = spotlight.shown();
    scenes
        .keySet()
        .removeIf(id -> !id.equals(shown) && jobs.running(id).isEmpty() && !isWatched(id));
  }

  /** Those that somebody watches. */
  List<Scene> watched() {
    return scenes.values().stream().filter(scene -> isWatched(scene.jobId())).toList();
  }

  /** Gives everybody who watches the scene its picture. */
  void offer(Scene scene, Part part) {
    viewers.stream()
        .filter(viewer -> wanted(viewer).equals(scene.jobId()))
        .forEach(viewer -> viewer.offer(part));
  }

  /** Sends the latest picture again where nothing new came, so that proxies keep the line open. */
  private void repeat() {
    long after = settings.stream().repeatAfter().toNanos();
    for (Scene scene : watched()) {
      Part again = scene.repeated(after);
      if (again != null) {
        offer(scene, again);
      }
    }
  }

  @PreDestroy
  void stop() {
    viewers.forEach(Viewer::end);
  }
}
