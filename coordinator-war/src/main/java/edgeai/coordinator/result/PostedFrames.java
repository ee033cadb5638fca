package edgeai.coordinator.result;

import edgeai.common.wire.Detection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Frames that came as single pictures: stored, counted, streamed and judged like any result. */
@ApplicationScoped
public class PostedFrames {
  private final ResultStage stage;

  @Inject
  public PostedFrames(ResultStage stage) {
    this.stage = stage;
  }

  /** For the container's proxy. */
  PostedFrames() {
    this(null);
  }

  public void store(
      long frameId, String workerId, List<Detection> detections, double ms, byte[] jpeg) {
    stage.storeOther(frameId, workerId, detections, ms, jpeg);
  }
}
