package edgeai.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.client.PoolClient;
import edgeai.cli.console.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects per class and frames per worker of one job, added up over all its frames, and the pieces
 * that the workers did; of the demo clip also what is to be found in them.
 */
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
  private final Map<String, Long> pieces = new HashMap<>();
  private final Optional<Comparison> comparison;
  private long frames;

  private JobTables(Optional<Comparison> comparison) {
    this.comparison = comparison;
  }

  static List<String> of(PoolClient coordinator, String job, Optional<GroundTruth> truth)
      throws IOException, InterruptedException {
    JobTables tables =
        new JobTables(
            truth.isPresent()
                ? Optional.of(new Comparison(truth.get(), coordinator.classes()))
                : Optional.empty());
    coordinator.frames(job, tables::add);
    coordinator.workers().forEach(tables::addPieces);
    return tables.lines();
  }

  private void add(JsonNode frame) {
    if (!frame.path("status").asText().equals("completed")) {
      return;
    }
    frames++;
    frame
        .path("object_counts")
        .properties()
        .forEach(count -> share(classes, count.getKey()).add(count.getValue().asDouble()));
    comparison.ifPresent(with -> with.add(frame));
    share(workers, frame.path("worker_id").asText("unknown"))
        .add(frame.path("processing_time_ms").asDouble());
  }

  private void addPieces(JsonNode worker) {
    pieces.put(worker.path("worker_id").asText(), worker.path("pieces_processed").asLong());
  }

  private static Share share(Map<String, Share> shares, String name) {
    return shares.computeIfAbsent(name, unknown -> new Share());
  }

  private List<String> lines() {
    comparison.ifPresent(with -> with.present().forEach(label -> share(classes, label)));
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(classes.isEmpty() ? List.of("no objects found") : objects().lines());
    comparison.ifPresent(
        with -> {
          lines.add("");
          lines.addAll(with.words());
        });
    lines.add("");
    lines.addAll(shares().lines());
    lines.add("");
    return lines;
  }

  private Table objects() {
    Table objects =
        comparison.isPresent()
            ? new Table(
                true, "object", "detections", "frames", "counted", "ground truth", "difference")
            : new Table(true, "object", "detections", "frames");
    classes.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Share> entry) -> -entry.getValue().amount)
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            entry -> {
              String label = entry.getKey();
              Share share = entry.getValue();
              objects.row(
                  cells(label, share.amount, share.frames, comparison.map(with -> with.of(label))));
            });
    double all = classes.values().stream().mapToDouble(share -> share.amount).sum();
    comparison.ifPresent(
        with -> objects.row(cells("total", all, frames, Optional.of(with.total()))));
    return objects;
  }

  private static String[] cells(
      String name, double amount, long frames, Optional<List<String>> compared) {
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of(name, "%.0f".formatted(amount), Long.toString(frames)));
    compared.ifPresent(cells::addAll);
    return cells.toArray(String[]::new);
  }

  private Table shares() {
    Table shares = new Table(true, "worker", "frames", "share", "pieces", "ms a frame");
    workers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                shares.row(
                    entry.getKey(),
                    Long.toString(entry.getValue().frames),
                    "%.0f %%".formatted(100.0 * entry.getValue().frames / frames),
                    Long.toString(pieces.getOrDefault(entry.getKey(), 0L)),
                    "%.1f".formatted(entry.getValue().amount / entry.getValue().frames)));
    return shares;
  }
}
