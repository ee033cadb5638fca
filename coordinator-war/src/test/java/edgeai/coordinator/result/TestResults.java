package edgeai.coordinator.result;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Results as a test needs them. */
public final class TestResults {
  private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123Z");

  private TestResults() {}

  public static Detection seen(String label) {
    return new Detection(label, 0.9, new Box(1, 2, 3, 4));
  }

  public static FrameResult completed(long frameId, String workerId, String... labels) {
    return result(frameId, "job", workerId, FrameResult.COMPLETED, null, labels);
  }

  public static FrameResult failed(long frameId, String workerId, String error) {
    return result(frameId, "job", workerId, FrameResult.FAILED, error);
  }

  public static FrameResult result(
      long frameId, String jobId, String workerId, String status, String error, String... labels) {
    List<Detection> detections = Arrays.stream(labels).map(TestResults::seen).toList();
    return new FrameResult(
            frameId,
            workerId,
            detections,
            Detection.countByLabel(detections),
            12.5,
            AT,
            status,
            jobId,
            frameId - 1,
            frameId * 40,
            1,
            error)
        .of(jobId == null ? null : 1280, jobId == null ? null : 720)
        .with(List.of());
  }
}
