package edgeai.benchmark.efficiency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who had the processors while jobs ran, all hardware threads together. */
final class ProcessorShares {
  private static final String ALL = "all";
  private static final String BARE = "bare infer";
  private static final String NOBODY = "nobody";

  static final List<String> COLUMNS =
      List.of(ALL, BARE, "coordinator", "decoder", "workers", "benchmark", NOBODY);

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final Arrangement servers;
  private final Map<String, Duration> taken = new LinkedHashMap<>();
  private Map<String, Duration> before;
  private long frames;

  ProcessorShares(Arrangement servers) {
    this.servers = servers;
  }

  /** A job begins. */
  void begin() {
    before = look();
  }

  /** The job has ended. */
  void end(long jobFrames, Duration took) {
    taken.merge(ALL, took.multipliedBy(THREADS), Duration::plus);
    look().forEach((who, now) -> taken.merge(who, now.minus(before.get(who)), Duration::plus));
    frames += jobFrames;
  }

  /**
   * Milliseconds of processor time a frame, in every column.
   *
   * @param bareRate inferences a second that the machine could do
   */
  Map<String, Double> millis(double bareRate) {
    Map<String, Double> millis = new LinkedHashMap<>();
    taken.forEach((who, time) -> millis.put(who, time.toNanos() / 1e6 / frames));
    double ours =
        millis.entrySet().stream()
            .filter(share -> !share.getKey().equals(ALL))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    millis.put(NOBODY, millis.get(ALL) - ours);
    millis.put(BARE, THREADS * 1000 / bareRate);
    return millis;
  }

  private Map<String, Duration> look() {
    Map<String, Duration> now = new LinkedHashMap<>();
    now.put("coordinator", servers.coordinator().usage().processorTime());
    now.put("decoder", servers.coordinator().usage().childrenProcessorTime());
    now.put(
        "workers",
        servers.workers().stream()
            .map(server -> server.usage().processorTime())
            .reduce(Duration.ZERO, Duration::plus));
    now.put("benchmark", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    return now;
  }
}
