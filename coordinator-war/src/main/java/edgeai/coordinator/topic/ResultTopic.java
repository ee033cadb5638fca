package edgeai.coordinator.topic;

import edgeai.common.wire.FrameResult;
import edgeai.common.wire.LiveMessage;
import edgeai.coordinator.result.ResultStage;
import edgeai.coordinator.result.ResultStored;
import edgeai.coordinator.result.RunningTotals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells what results were stored: the totals, and the newest frames. */
@ApplicationScoped
public class ResultTopic implements Topic {
  private static final int FRAMES = 50;

  /** Detections of all frames of one message together, unless a single frame has more. */
  private static final int DETECTIONS = 2_000;

  private final RunningTotals totals;
  private final Newest<FrameResult> stored = new Newest<>(FRAMES);

  /**
   * The data of a message.
   *
   * @param frames ascending by id
   * @param skipped how many stored results are not among {@code frames}
   */
  public record Results(
      long totalFrames,
      long totalDetections,
      Map<String, Long> objectCounts,
      Map<String, Long> workerSummary,
      List<FrameResult> frames,
      int skipped,
      long removedFrames) {}

  @Inject
  public ResultTopic(RunningTotals totals) {
    this.totals = totals;
  }

  /** For the container's proxy. */
  ResultTopic() {
    this(null);
  }

  void onStored(@Observes ResultStored result) {
    stored.note(result.result());
  }

  @Override
  public List<LiveMessage> beat(boolean second) {
    Newest.Batch<FrameResult> batch = stored.drain();
    if (batch.items().isEmpty()) {
      return List.of();
    }
    List<FrameResult> frames = bounded(batch.items());
    ResultStage.Summary summary = totals.summary();
    return List.of(
        new LiveMessage(
            "results",
            new Results(
                summary.totalFrames(),
                summary.totalDetections(),
                summary.objectCounts(),
                summary.workerSummary(),
                frames,
                batch.skipped() + batch.items().size() - frames.size(),
                summary.removedFrames())));
  }

  private static List<FrameResult> bounded(List<FrameResult> items) {
    List<FrameResult> frames = new ArrayList<>();
    int detections = 0;
    for (int i = items.size() - 1; i >= 0; i--) {
      detections += items.get(i).detections().size();
      if (!frames.isEmpty() && detections > DETECTIONS) {
        break;
      }
      frames.add(items.get(i));
    }
    frames.sort(Comparator.comparingLong(FrameResult::frameId));
    return frames;
  }

  @Override
  public void forget() {
    stored.drain();
  }
}
