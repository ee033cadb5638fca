package edgeai.coordinator.result;

import edgeai.common.error.Conflict;
import edgeai.common.error.InvalidInput;
import edgeai.common.store.DatabaseException;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.PostedResult;
import edgeai.coordinator.dispatch.SpotChecks;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.OpenFrames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes results that workers post. One for a frame that was given to that worker, from whoever it
 * belongs to, counts for the job, the first one for good; any other is kept apart.
 */
@ApplicationScoped
public class ResultIntake {
  private final OpenFrames openFrames;
  private final ResultStage stage;
  private final FrameRepository frames;
  private final Fleet fleet;
  private final SpotChecks checks;
  private final Clock clock;
  private final AtomicLong duplicates = new AtomicLong();

  @Inject
  public ResultIntake(
      OpenFrames openFrames,
      ResultStage stage,
      FrameRepository frames,
      Fleet fleet,
      SpotChecks checks,
      Clock clock) {
    this.openFrames = openFrames;
    this.stage = stage;
    this.frames = frames;
    this.fleet = fleet;
    this.checks = checks;
    this.clock = clock;
  }

  /** For the container's proxy. */
  ResultIntake() {
    this(null, null, null, null, null, null);
  }

  /**
   * Takes a result in.
   *
   * @throws Conflict where it is in the name of a worker that is another's, or not believed
   * @throws InvalidInput where it cannot be true
   */
  FrameResult posted(PostedResult result, Sender sender) {
    String workerId = result.workerId();
    long frameId = result.frameId();
    Fleet.requireNotLocal(workerId);
    Optional<Frame> open = openFrames.find(frameId);
    Optional<WorkerNode> given =
        open.flatMap(f -> f.givenTo(workerId, worker -> sender.speaksFor(worker, frameId)));
    if (given.isEmpty()) {
      fleet.requireOwn(workerId, sender.owner());
      return apart(result);
    }
    requireBelieved(given.get());
    return ofFrame(open.get(), given.get(), result);
  }

  private void requireBelieved(WorkerNode worker) {
    // it may have registered again since, which ends no quarantine
    boolean quarantined =
        worker.isQuarantined()
            || fleet
                .find(worker.id())
                .filter(now -> now.isOf(worker.owner()) && now.isQuarantined())
                .isPresent();
    if (quarantined) {
      throw new Conflict("Worker %s is quarantined.".formatted(worker.id()));
    }
  }

  private FrameResult ofFrame(Frame frame, WorkerNode worker, PostedResult result) {
    requirePlausible(frame, worker, result.detections());
    if (!frame.settle()) {
      durable(frame.stored());
      return apart(result);
    }
    frame.postedBy(worker, clock.instant());
    frame.strikes().disprovedBy(worker);
    List<Detection> found = frame.picture().ofFrame(result.detections());
    CompletableFuture<FrameResult> stored =
        stage.complete(
            frame,
            worker.id(),
            worker.modelInLedger(frame.source().model()),
            found,
            result.processingTimeMs());
    if (!frame.isOfPiece()) {
      checks.consider(frame, worker, found);
    }
    return durable(stored);
  }

  /** What is in the ledger of a frame that the worker was given, else one that no job has. */
  private FrameResult apart(PostedResult result) {
    Optional<FrameResult> stored = frames.findGivenTo(result.frameId(), result.workerId());
    if (stored.isPresent()) {
      duplicates.incrementAndGet();
      return stored.get();
    }
    return stage.storeOther(
        result.frameId(), result.workerId(), result.detections(), result.processingTimeMs(), null);
  }

  /** Boxes beyond the frame cannot have been seen in it. */
  private static void requirePlausible(Frame frame, WorkerNode worker, List<Detection> detections) {
    if (!frame.picture().isSeen()) {
      return; // a frame of a piece: nobody has decoded it here
    }
    int width = frame.picture().jpegWidth();
    int height = frame.picture().jpegHeight();
    for (Detection detection : detections) {
      Box box = detection.box();
      if (box.x2() > width || box.y2() > height) {
        worker.trust().implausible("posted boxes beyond the frame");
        throw new InvalidInput(
            "A box of frame %d reaches beyond its %dx%d pixels."
                .formatted(frame.id(), width, height));
      }
    }
  }

  /** Results that came for a frame that already had one. */
  public long duplicates() {
    return duplicates.get();
  }

  private static <T> T durable(CompletableFuture<T> result) {
    try {
      return result.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while storing a result", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new DatabaseException(new java.sql.SQLException("the result could not be stored", e));
    }
  }
}
