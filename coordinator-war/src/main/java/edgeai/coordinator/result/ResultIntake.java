package edgeai.coordinator.result;

import edgeai.common.error.Conflict;
import edgeai.common.error.InvalidInput;
import edgeai.common.store.DatabaseException;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.PostedResult;
import edgeai.common.wire.WorkerRegistration;
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
 * Takes results that workers post. One for a frame that was given to that worker counts for the
 * job, the first one for good; any other is kept apart.
 */
@ApplicationScoped
public class ResultIntake {
  private final OpenFrames openFrames;
  private final ResultStage stage;
  private final FrameRepository frames;
  private final Fleet fleet;
  private final Clock clock;
  private final AtomicLong duplicates = new AtomicLong();

  @Inject
  public ResultIntake(
      OpenFrames openFrames, ResultStage stage, FrameRepository frames, Fleet fleet, Clock clock) {
    this.openFrames = openFrames;
    this.stage = stage;
    this.frames = frames;
    this.fleet = fleet;
    this.clock = clock;
  }

  /** For the container's proxy. */
  ResultIntake() {
    this(null, null, null, null, null);
  }

  FrameResult posted(PostedResult result) {
    return posted(
        result.workerId(), result.frameId(), result.detections(), result.processingTimeMs());
  }

  private FrameResult posted(String workerId, long frameId, List<Detection> detections, double ms) {
    Optional<Frame> open = openFrames.find(frameId).filter(f -> f.wasGivenTo(workerId));
    Optional<WorkerNode> worker = fleet.find(workerId);
    if (open.isPresent() && worker.filter(WorkerNode::isQuarantined).isPresent()) {
      throw new Conflict("Worker %s is quarantined.".formatted(workerId));
    }
    open.ifPresent(frame -> requirePlausible(frame, worker, detections));
    List<Detection> ofFrame =
        open.map(frame -> frame.picture().ofFrame(detections)).orElse(detections);
    if (open.isPresent() && open.get().settle()) {
      open.get().postedBy(workerId, clock.instant());
      String model =
          worker
              .map(node -> node.modelInLedger(open.get().source().model()))
              .orElse(WorkerRegistration.UNKNOWN);
      return durable(stage.complete(open.get(), workerId, model, ofFrame, ms));
    }
    open.ifPresent(frame -> durable(frame.stored()));
    Optional<FrameResult> stored = frames.findGivenTo(frameId, workerId);
    if (stored.isPresent()) {
      duplicates.incrementAndGet();
      return stored.get();
    }
    return stage.storeOther(frameId, workerId, detections, ms, null);
  }

  /** Boxes beyond the frame cannot have been seen in it. */
  private static void requirePlausible(
      Frame frame, Optional<WorkerNode> worker, List<Detection> detections) {
    if (!frame.picture().isSeen()) {
      return; // a frame of a piece: nobody has decoded it here
    }
    int width = frame.picture().jpegWidth();
    int height = frame.picture().jpegHeight();
    for (Detection detection : detections) {
      Box box = detection.box();
      if (box.x2() > width || box.y2() > height) {
        String sentence =
            "A box of frame %d reaches beyond its %dx%d pixels."
                .formatted(frame.id(), width, height);
        worker.ifPresent(node -> node.postedImplausibly("posted boxes beyond the frame"));
        throw new InvalidInput(sentence);
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
