package edgeai.coordinator.dispatch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dispatches no pieces and remembers which jobs were given up. */
public final class RecordingPieces extends PieceDispatcher {
  private final List<String> cancelled = new CopyOnWriteArrayList<>();

  public RecordingPieces() {}

  @Override
  public void cancel(String jobId, String reason) {
    cancelled.add(jobId + ": " + reason);
  }

  /** Job and reason. */
  public List<String> cancelled() {
    return cancelled;
  }
}
