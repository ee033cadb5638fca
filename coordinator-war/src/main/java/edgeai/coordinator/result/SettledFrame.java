package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.Frame;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What became of a frame, on its way into the ledger. */
final class SettledFrame {
  private final Frame frame;
  private final FrameResult result;
  private final String model;
  private final boolean mayWait;
  private final FrameRow.Columns columns;
  private final CompletableFuture<FrameResult> stored = new CompletableFuture<>();

  /**
   * @param frame settled by the caller
   * @param model that did it; empty where it failed
   * @param mayWait whether nobody waits for it alone
   */
  SettledFrame(Frame frame, FrameResult result, String model, boolean mayWait) {
    this.frame = frame;
    this.result = result;
    this.model = model;
    this.mayWait = mayWait;
    this.columns = new FrameRow.Columns(result.with(frame.attemptLog()), frame.triedBy());
  }

  Frame frame() {
    return frame;
  }

  FrameResult result() {
    return result;
  }

  String model() {
    return model;
  }

  FrameRow.Columns columns() {
    return columns;
  }

  /** Ends when it is durable, or never will be. */
  CompletableFuture<FrameResult> stored() {
    return stored;
  }

  /** Whether it may go into the ledger a moment later, with others. */
  boolean mayWait() {
    return mayWait;
  }

  /** Whether it waits for room: what failed may come from the writer's own thread. */
  boolean waitsForRoom() {
    return result.hasCompleted();
  }

  /** What becomes of one that completed and that the database will not take. */
  SettledFrame refused() {
    FrameResult failed =
        new FrameResult(
                result.frameId(),
                result.workerId(),
                List.of(),
                Map.of(),
                0,
                result.receivedAt(),
                FrameResult.FAILED,
                result.jobId(),
                result.frameIndex(),
                result.mediaTimeMs(),
                result.attempts(),
                "Its result could not be stored.")
            .of(result.width(), result.height());
    return new SettledFrame(frame, failed, "", false);
  }
}
