package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What results add to the running totals. */
record TotalsChange(
    long frames, long detections, Map<String, Long> labels, Map<String, Long> workers) {

  static TotalsChange of(FrameResult result) {
    return of(List.of(result));
  }

  /** What results add together; those that failed count for nothing. */
  static TotalsChange of(List<FrameResult> results) {
    long frames = 0;
    long detections = 0;
    Map<String, Long> labels = new TreeMap<>();
    Map<String, Long> workers = new TreeMap<>();
    for (FrameResult result : results) {
      if (result.hasCompleted()) {
        frames++;
        detections += result.detections().size();
        result.objectCounts().forEach((label, n) -> labels.merge(label, n.longValue(), Long::sum));
        workers.merge(result.workerId(), 1L, Long::sum);
      }
    }
    return new TotalsChange(frames, detections, labels, workers);
  }

  TotalsChange minus(TotalsChange other) {
    return new TotalsChange(
        frames - other.frames,
        detections - other.detections,
        difference(labels, other.labels),
        difference(workers, other.workers));
  }

  private static Map<String, Long> difference(Map<String, Long> from, Map<String, Long> taken) {
    Map<String, Long> rest = new TreeMap<>(from);
    taken.forEach((name, amount) -> rest.merge(name, -amount, Long::sum));
    rest.values().removeIf(amount -> amount == 0);
    return rest;
  }
}
