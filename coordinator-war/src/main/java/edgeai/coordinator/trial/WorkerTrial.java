package edgeai.coordinator.trial;

import edgeai.common.error.Unavailable;
import edgeai.common.vision.PlainPicture;
import edgeai.coordinator.dispatch.PictureTrial;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.FramePlaces;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.FrameSource;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.SourceProgress;
import edgeai.coordinator.model.ModelPace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What a picture takes each worker by a model: a few each, of which nothing is to be seen. Workers
 * that do not have the model get the time to fetch it; those that never named one are left out.
 */
@ApplicationScoped
public class WorkerTrial {
  /** Of each worker; the first warms it up. */
  private static final int PICTURES = 6;

  /** Until workers have heard of the model with their next heartbeat, fetched and opened it. */
  private static final Duration FETCHING = Duration.ofSeconds(30);

  /** Until a worker that is busy has a place. */
  private static final Duration PLACE = Duration.ofSeconds(10);

  private static final Duration PICTURE = Duration.ofSeconds(15);
  private static final long LOOK_AGAIN_MS = 100;

  private final Fleet fleet;
  private final FramePlaces places;
  private final PictureTrial calls;
  private final ModelPace paces;
  private final Clock clock;

  @Inject
  public WorkerTrial(Fleet fleet, PictureTrial calls, ModelPace paces, Clock clock) {
    this.fleet = fleet;
    this.places = new FramePlaces(fleet);
    this.calls = calls;
    this.paces = paces;
    this.clock = clock;
  }

  /** For the container's proxy. */
  WorkerTrial() {
    this(null, null, null, null);
  }

  /** In ms by worker, with one decimal. */
  Map<String, Double> measure(String sha256) {
    try {
      awaitFetched(sha256);
      Map<String, Double> found = new TreeMap<>();
      for (WorkerNode worker : fleet.serving(node -> isNamed(node) && node.has(sha256))) {
        measure(worker, sha256).ifPresent(ms -> found.put(worker.id(), Math.round(ms * 10) / 10.0));
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The server is stopping.", 10);
    }
  }

  private static boolean isNamed(WorkerNode node) {
    return node.registration().modelSha256() != null && node.registration().acceptsJpeg();
  }

  private void awaitFetched(String sha256) throws InterruptedException {
    Predicate<WorkerNode> lacking = node -> isNamed(node) && !node.has(sha256);
    Instant end = clock.instant().plus(FETCHING);
    while (!fleet.serving(lacking).isEmpty() && clock.instant().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
    }
  }

  private OptionalDouble measure(WorkerNode worker, String sha256) throws InterruptedException {
    FrameSource source =
        new FrameSource("trial", sha256, ResultRules.ALL, new SourceProgress(clock, 0));
    FramePicture picture =
        FramePicture.asDisplayed(PlainPicture.jpeg(), PlainPicture.WIDTH, PlainPicture.HEIGHT);
    double sum = 0;
    int done = 0;
    for (int i = 0; i < PICTURES; i++) {
      Optional<WorkerNode> leased = lease(worker);
      OptionalDouble ms =
          leased.isPresent() ? calls.at(worker, source, picture, PICTURE) : OptionalDouble.empty();
      if (ms.isEmpty()) {
        break;
      }
      if (i > 0) {
        paces.took(sha256, worker.id(), ms.getAsDouble());
        sum += ms.getAsDouble();
        done++;
      }
    }
    return done == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / done);
  }

  private Optional<WorkerNode> lease(WorkerNode worker) throws InterruptedException {
    Instant end = clock.instant().plus(PLACE);
    Optional<WorkerNode> leased = places.lease(Set.of(), node -> node == worker);
    while (leased.isEmpty() && clock.instant().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
      leased = places.lease(Set.of(), node -> node == worker);
    }
    return leased;
  }
}
