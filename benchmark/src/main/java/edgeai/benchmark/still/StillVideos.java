package edgeai.benchmark.still;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.footage.MadeClips;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job as it was, with a smaller model, with frames that show nothing new not inferred, and with
 * both. Then how many are inferred of various videos, what the others are told to show beside what
 * is found in them, for how long an object was missed, and how much sooner the job is done.
 */
public final class StillVideos implements Benchmark {
  private static final String EACH = "each inferred";
  private static final String WANTED = "wanted";

  /** What each way to skip frames is to agree by at least. */
  private static final Map<String, Double> AGREEMENT = Map.of("safe", 0.99, "fast", 0.97);

  /** Seconds for which an object may be missed at most. */
  private static final double LONGEST_MISS = 1;

  private static final List<String> SAMPLES = List.of("car-detection.mp4", "highway.mp4");

  /** The bundled model that was trained on photographs. */
  private static final String PHOTOGRAPHS = "coco";

  @Override
  public String name() {
    return "still";
  }

  @Override
  public String description() {
    return "jobs that infer no frame which shows nothing new, beside jobs that infer each";
  }

  @Override
  public boolean isUsual() {
    return false;
  }

  @Override
  public boolean isQuick() {
    return false;
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    new Multipliers(this, run, report).measure();
    try (ServerProcess coordinator = coordinator(run, run.model().toAbsolutePath().toString())) {
      StillJob.of(coordinator, run.clip(), "off"); // for the first time everything takes longer
      measure(coordinator, drawn(run), run, report);
    }
    Map<String, Path> samples = samples(run, report);
    if (!samples.isEmpty()) {
      String model =
          run.named().contains("MODEL") ? run.model().toAbsolutePath().toString() : PHOTOGRAPHS;
      try (ServerProcess coordinator = coordinator(run, model)) {
        StillJob.of(coordinator, run.clip(), "off");
        measure(coordinator, samples, run, report);
      }
    }
  }

  static ServerProcess coordinator(Run run, String model) {
    return ServerProcess.coordinator(
            "bench-still",
            Map.of("MODEL", model, "PROVIDER", run.provider(), "MALLOC_ARENA_MAX", "2"))
        .awaitReady();
  }

  private static Map<String, Path> drawn(Run run) throws IOException {
    Map<String, Path> videos = new LinkedHashMap<>();
    videos.put("a busy street", run.clip());
    videos.putAll(new Scenes(new MadeClips(run), Street.of(run.clip())).all());
    return videos;
  }

  private static Map<String, Path> samples(Run run, Report report) {
    Map<String, Path> videos = new LinkedHashMap<>();
    for (String sample : SAMPLES) {
      if (run.hasSample(sample)) {
        videos.put(sample, run.sample(sample));
      } else {
        report.note("without %s: EDGE_SAMPLES names no folder with it".formatted(sample));
      }
    }
    return videos;
  }

  private void measure(ServerProcess coordinator, Map<String, Path> videos, Run run, Report report)
      throws IOException {
    for (Map.Entry<String, Path> video : videos.entrySet()) {
      run.progress(this, video.getKey());
      StillJob each = StillJob.of(coordinator, video.getValue(), "off");
      double steady = each.steadiness();
      report.add(
          Row.of(
              video.getKey() + ": agreement of each frame with the one before",
              Figure.of(steady),
              "F1"));
      for (String way : List.of("safe", "fast")) {
        StillJob done = StillJob.of(coordinator, video.getValue(), way);
        double wanted = AGREEMENT.get(way);
        boolean good =
            compare("%s, %s".formatted(video.getKey(), way), done, each, wanted, steady, report);
        if (!good) {
          report.note("%s, %s is not as wanted".formatted(video.getKey(), way));
        }
      }
    }
  }

  /**
   * Whether it is as wanted: nothing can agree better than frames that show the same, where the
   * detector itself is not steady.
   */
  private static boolean compare(
      String name, StillJob done, StillJob each, double wanted, double steady, Report report) {
    Agreement agreement = new Agreement();
    Misses misses = new Misses();
    int last = each.frames().size() - 1;
    double apart = last == 0 ? 0 : each.seconds(last) / last;
    for (int frame = 0; frame <= last; frame++) {
      misses.add(
          agreement.add(each.detections(frame), done.detections(frame)),
          each.seconds(frame),
          frame == last ? each.seconds(last) + apart : each.seconds(frame + 1));
    }
    add(report, name + ": inferred", done.inferred(), "%", EACH, each.inferred());
    add(report, name + ": agreement", agreement.score(), "F1", WANTED, wanted);
    add(report, name + ": longest miss", misses.longest(), "s", "at most", LONGEST_MISS);
    add(report, name + ": rate", done.rate(), "frames/s", EACH, each.rate());
    return agreement.score() >= Math.min(wanted, steady) && misses.longest() <= LONGEST_MISS;
  }

  static void add(
      Report report, String name, double value, String unit, String reference, double other) {
    report.add(new Row(name, Figure.of(value), unit, reference, Figure.of(other)));
  }
}
