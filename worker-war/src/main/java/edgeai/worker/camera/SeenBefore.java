package edgeai.worker.camera;

import edgeai.common.still.StillDecision;
import edgeai.common.still.StillGate;
import edgeai.common.still.StillLook;
import edgeai.common.video.VideoFrame;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.settings.SkipStill;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which frames of a source show nothing new, and what was found in the one that shows the same.
 * Knows nothing any more once the source was opened anew. For one thread.
 */
final class SeenBefore {
  private static final long MICROS = 1_000;

  private final SkipStill skip;
  private StillGate gate;
  private long opening;
  private FrameResult last;
  private final AtomicLong reused = new AtomicLong();

  SeenBefore(SkipStill skip) {
    this.skip = skip;
  }

  /**
   * What a frame shows; empty where it has to be inferred, of which {@link #inferred} or {@link
   * #lost} tells the rest.
   */
  Optional<FrameResult> in(long id, CapturedFrame captured, Instant now) {
    if (skip.isOff()) {
      return Optional.empty();
    }
    if (gate == null || captured.opening() != opening) {
      gate = new StillGate(skip.gate());
      opening = captured.opening();
    }
    VideoFrame frame = captured.frame();
    StillLook look = gate.look(id, frame.grey(), frame.mediaTimeMs() * MICROS);
    if (look.decision() != StillDecision.REUSE) {
      return Optional.empty();
    }
    reused.incrementAndGet();
    return Optional.of(
        FrameResult.completed(id, last.workerId(), last.detections(), 0, now)
            .reusing(look.source(), look.change()));
  }

  void inferred(FrameResult result, VideoFrame frame) {
    if (gate != null) {
      last = result;
      gate.found(
          result.frameId(),
          result.detections().stream().map(Detection::box).toList(),
          frame.width(),
          frame.height());
    }
  }

  /** A frame was not inferred after all. */
  void lost(long id) {
    if (gate != null) {
      gate.lost(id);
    }
  }

  /** Frames that were not inferred since they showed nothing new, since the start. */
  long reused() {
    return reused.get();
  }
}
