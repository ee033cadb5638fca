package edgeai.coordinator.review;

import edgeai.common.wire.FrameResult;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counts frames into the parts of a span. Labels beyond 200 different ones are {@code other}. */
final class TimelineCount {
  private static final int LABELS = 200;
  private static final String OTHER = "other";

  private final TimelineSpan span;
  private final Part[] parts;
  private final Map<String, Long> objectCounts = new TreeMap<>();
  private final Set<String> labels = new HashSet<>();

  TimelineCount(TimelineSpan span) {
    this.span = span;
    this.parts = new Part[span.parts()];
    Arrays.setAll(parts, part -> new Part());
  }

  private static final class Part {
    private final Map<String, Long> objectCounts = new TreeMap<>();
    private long frames;
    private long reused;
    private long failed;
    private long detections;
    private FrameResult fullest;
  }

  /** Counts a frame; one outside the span settled after the span was measured. */
  void add(FrameResult frame) {
    if (!span.holds(frame.mediaTimeMs())) {
      return;
    }
    Part part = parts[span.partOf(frame.mediaTimeMs())];
    if (!frame.hasCompleted()) {
      part.failed++;
      return;
    }
    int found = frame.detections().size();
    part.frames++;
    part.reused += frame.reusedFrom() == null ? 0 : 1;
    part.detections += found;
    if (part.fullest == null || found > part.fullest.detections().size()) {
      part.fullest = frame;
    }
    frame
        .objectCounts()
        .forEach(
            (label, count) -> {
              String name = bounded(label);
              part.objectCounts.merge(name, count.longValue(), Long::sum);
              objectCounts.merge(name, count.longValue(), Long::sum);
            });
  }

  private String bounded(String label) {
    if (labels.size() < LABELS) {
      labels.add(label);
    }
    return labels.contains(label) ? label : OTHER;
  }

  Timeline timeline(String jobId) {
    return new Timeline(
        jobId,
        span.fromMs(),
        span.toMs(),
        objectCounts,
        IntStream.range(0, parts.length).mapToObj(this::bucket).toList());
  }

  private Timeline.Bucket bucket(int number) {
    Part part = parts[number];
    return new Timeline.Bucket(
        span.startOf(number),
        span.startOf(number + 1),
        part.frames,
        part.reused,
        part.failed,
        part.detections,
        part.objectCounts,
        part.fullest == null ? null : part.fullest.frameId(),
        part.fullest == null ? null : part.fullest.frameIndex());
  }
}
