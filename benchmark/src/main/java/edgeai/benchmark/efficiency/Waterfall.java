package edgeai.benchmark.efficiency;

import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.ServerProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a frame took in each stage between two looks at the servers' metrics. */
public final class Waterfall {
  static final List<String> STAGES =
      List.of(
          "decode",
          "encode",
          "queue",
          "network",
          "jpeg_decode",
          "letterbox",
          "infer",
          "suppress",
          "store");

  private final List<ServerProcess> servers;
  private final Map<String, Double> framesBefore;
  private final Map<String, Double> secondsBefore;

  private Waterfall(List<ServerProcess> servers) {
    this.servers = servers;
    this.framesBefore = sums("edge_stage_seconds_count");
    this.secondsBefore = sums("edge_stage_seconds_sum");
  }

  /** Looks for the first time. */
  public static Waterfall from(List<ServerProcess> servers) {
    return new Waterfall(servers);
  }

  /** Looks again: milliseconds a frame took in each stage it came to, in the order of a frame. */
  public Map<String, Double> millis() {
    Map<String, Double> frames = sums("edge_stage_seconds_count");
    Map<String, Double> seconds = sums("edge_stage_seconds_sum");
    Map<String, Double> millis = new LinkedHashMap<>();
    for (String stage : STAGES) {
      double passed = frames.get(stage) - framesBefore.get(stage);
      if (passed > 0) {
        millis.put(stage, (seconds.get(stage) - secondsBefore.get(stage)) * 1000 / passed);
      }
    }
    return millis;
  }

  private Map<String, Double> sums(String metric) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (ServerProcess server : servers) {
      ExpositionText text =
          new ExpositionText(server.http().get("/metrics", "Accept", "text/plain").text());
      for (String stage : STAGES) {
        String sample = "%s{stage=\"%s\"}".formatted(metric, stage);
        sums.merge(stage, text.value(sample).orElse(0.0), Double::sum);
      }
    }
    return sums;
  }
}
