package launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects per class and frames per worker of one job, added up over all its frames. */
final class JobTables {
  private static final class Share {
    private long frames;
    private double amount;

    private void add(double more) {
      frames++;
      amount += more;
    }
  }

  private final Map<String, Share> classes = new HashMap<>();
  private final Map<String, Share> workers = new HashMap<>();
  private long frames;

  private JobTables() {}

  static List<String> of(CoordinatorClient coordinator, String job)
      throws IOException, InterruptedException {
    JobTables tables = new JobTables();
    coordinator.frames(job, tables::add);
    return tables.lines();
  }

  private void add(Map<String, Object> frame) {
    if (!"completed".equals(frame.get("status"))) {
      return;
    }
    frames++;
    Json.object(frame.get("object_counts"))
        .forEach((name, count) -> share(classes, name).add(Json.number(count)));
    share(workers, Json.text(frame.get("worker_id"), "unknown"))
        .add(Json.number(frame.get("processing_time_ms")));
  }

  private static Share share(Map<String, Share> shares, String name) {
    return shares.computeIfAbsent(name, unknown -> new Share());
  }

  private List<String> lines() {
    Table objects = new Table(true, "object", "detections", "frames");
    classes.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Share> entry) -> -entry.getValue().amount)
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            entry ->
                objects.row(
                    entry.getKey(),
                    "%.0f".formatted(entry.getValue().amount),
                    Long.toString(entry.getValue().frames)));
    Table shares = new Table(true, "worker", "frames", "share", "ms a frame");
    workers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                shares.row(
                    entry.getKey(),
                    Long.toString(entry.getValue().frames),
                    "%.0f %%".formatted(100.0 * entry.getValue().frames / frames),
                    "%.1f".formatted(entry.getValue().amount / entry.getValue().frames)));
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(classes.isEmpty() ? List.of("no objects found") : objects.lines());
    lines.add("");
    lines.addAll(shares.lines());
    lines.add("");
    return lines;
  }
}
