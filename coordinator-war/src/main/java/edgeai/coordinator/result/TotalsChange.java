package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;
import java.util.Map;
import java.util.TreeMap;

/** What one result adds to the running totals. */
record TotalsChange(
    long frames, long detections, Map<String, Long> labels, Map<String, Long> workers) {

  static final TotalsChange NONE = new TotalsChange(0, 0, Map.of(), Map.of());

  static TotalsChange of(FrameResult result) {
    Map<String, Long> labels = new TreeMap<>();
    result.objectCounts().forEach((label, count) -> labels.put(label, count.longValue()));
    return new TotalsChange(1, result.detections().size(), labels, Map.of(result.workerId(), 1L));
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
