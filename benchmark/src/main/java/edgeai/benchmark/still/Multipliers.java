package edgeai.benchmark.still;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Report;
import edgeai.benchmark.Run;
import edgeai.benchmark.footage.MadeClips;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A whole job of a fixed camera's clip: as it was, with a smaller model, with the gate, with both.
 */
final class Multipliers {
  private static final String LARGER = "yolov8n_int8.onnx";
  private static final String SMALLER = "coco";
  private static final String CLIP = "car-detection.mp4";

  /** A job takes long enough that its beginning does not count for much. */
  private static final int TIMES = 2;

  private final Benchmark benchmark;
  private final Run run;
  private final Report report;

  Multipliers(Benchmark benchmark, Run run, Report report) {
    this.benchmark = benchmark;
    this.run = run;
    this.report = report;
  }

  void measure() throws IOException {
    if (!run.hasSample(LARGER) || !run.hasSample(CLIP)) {
      report.note("no multipliers: EDGE_SAMPLES names no folder with what they need");
      return;
    }
    Path clip = new MadeClips(run).copied(run.sample(CLIP), TIMES);
    Rates larger = rates(run.sample(LARGER).toAbsolutePath().toString(), clip);
    Rates smaller = rates(SMALLER, clip);
    add("smaller model", smaller.each(), larger);
    add("gate (safe)", larger.safe(), larger);
    add("gate (fast)", larger.fast(), larger);
    add("smaller model and gate (safe)", smaller.safe(), larger);
    add("smaller model and gate (fast)", smaller.fast(), larger);
  }

  private record Rates(double each, double safe, double fast) {}

  private Rates rates(String model, Path clip) throws IOException {
    try (ServerProcess coordinator = StillVideos.coordinator(run, model)) {
      StillJob.of(coordinator, run.sample(CLIP), "off");
      return new Rates(
          rate(coordinator, model, clip, "off"),
          rate(coordinator, model, clip, "safe"),
          rate(coordinator, model, clip, "fast"));
    }
  }

  private double rate(ServerProcess coordinator, String model, Path clip, String way)
      throws IOException {
    String name = Path.of(model).getFileName().toString();
    run.progress(benchmark, "the multipliers: %s, %s".formatted(name, way));
    return StillJob.of(coordinator, clip, way).rate();
  }

  private void add(String what, double rate, Rates larger) {
    StillVideos.add(report, "job: " + what, rate, "frames/s", "YOLOv8n", larger.each());
  }
}
