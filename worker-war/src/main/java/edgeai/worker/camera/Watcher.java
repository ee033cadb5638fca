package edgeai.worker.camera;

import edgeai.common.error.Refusal;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.video.VideoFrame;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.wire.FrameResult;
import edgeai.settings.Tiles;
import edgeai.worker.infer.InferenceStage;
import java.time.Clock;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the newest frame, again and again, until its thread is interrupted: it is inferred where
 * it shows anything new.
 */
final class Watcher {
  private static final Logger LOG = Logger.getLogger(Watcher.class.getName());
  private static final long PATIENCE_MS = 1_000;

  private final String workerId;
  private final FrameSlot slot;
  private final InferenceStage inference;
  private final Tiles tiles;
  private final Consumer<FrameResult> seen;
  private final SeenBefore before;
  private final Clock clock;
  private long frames;

  /**
   * @param tiles into which each frame is cut
   */
  Watcher(
      String workerId,
      FrameSlot slot,
      InferenceStage inference,
      Tiles tiles,
      Consumer<FrameResult> seen,
      SeenBefore before,
      Clock clock) {
    this.workerId = workerId;
    this.slot = slot;
    this.inference = inference;
    this.tiles = tiles;
    this.seen = seen;
    this.before = before;
    this.clock = clock;
  }

  /** Returns once its thread is interrupted. */
  void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        slot.take(PATIENCE_MS).ifPresent(this::watch);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Refusal e) {
        slot.shedOne(); // no place beside the coordinator's frames, or no model yet
      } catch (RuntimeException | Error e) {
        slot.shedOne();
        LOG.log(Level.WARNING, "a frame could not be inferred", e);
      }
    }
  }

  private void watch(CapturedFrame captured) {
    long id = ++frames;
    FrameResult result =
        before.in(id, captured, clock.instant()).orElseGet(() -> inferred(id, captured.frame()));
    if (!Thread.currentThread().isInterrupted()) {
      seen.accept(result);
    }
  }

  private FrameResult inferred(long id, VideoFrame frame) {
    FrameResult result = null;
    try {
      InferenceOutcome outcome =
          inference.infer(EncodedPicture.of(frame.jpeg()).cut(tiles), OptionalDouble.empty());
      result = result(id, outcome);
      return result;
    } finally {
      if (result == null) {
        before.lost(id);
      } else {
        before.inferred(result, frame);
      }
    }
  }

  private FrameResult result(long id, InferenceOutcome outcome) {
    return FrameResult.completed(
        id, workerId, outcome.detections(), outcome.roundedMs(), clock.instant());
  }
}
