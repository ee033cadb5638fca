package edgeai.benchmark.machines;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.efficiency.TimedJob;
import edgeai.benchmark.footage.MadeClips;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two processors as two machines: jobs of a coordinator with its own worker on one of them, alone
 * and with a worker on the other.
 */
public final class TwoMachines implements Benchmark {
  private static final String ROAD = "highway.mp4";
  private static final String RATE = "frames/s";
  private static final String REFERENCE = "one processor alone";
  private static final double WARM_UP_FPS = 5;

  private record Reel(String title, Path clip, double sampleFps) {}

  @Override
  public String name() {
    return "machines";
  }

  @Override
  public String description() {
    return "two processors as two machines, beside one of them alone";
  }

  /** Its servers take longer to start than it takes to measure. */
  @Override
  public boolean isQuick() {
    return false;
  }

  @Override
  public void run(Run run, Report report) throws Exception {
    List<Integer> processors = AllowedProcessors.here();
    if (processors.size() < 2) {
      report.add(Row.of("two processors", Figure.missing("not run"), RATE));
      report.note("not run: it takes Linux, taskset and two processors");
      return;
    }
    boolean sampled =
        !run.named().contains("MODEL") && run.coco().isPresent() && run.hasSample(ROAD);
    if (!sampled) {
      report.add(Row.of("1080p at 5/s", Figure.missing("not run"), RATE));
      report.note(
          "not with a clip of 1080p: EDGE_SAMPLES names no folder with %s, this build has no coco.onnx, or MODEL is set"
              .formatted(ROAD));
    }
    Run with = sampled ? run.withModel(run.coco().get()) : run;
    measure(with, report, reels(run, sampled), processors);
  }

  private static List<Reel> reels(Run run, boolean sampled) throws IOException {
    List<Reel> reels = new ArrayList<>();
    if (sampled) {
      MadeClips clips = new MadeClips(run);
      reels.add(
          new Reel("1080p at 5/s", run.quick() ? clips.shortRoad() : clips.road(), WARM_UP_FPS));
    }
    reels.add(new Reel("street", run.clip(), run.quick() ? WARM_UP_FPS : 0));
    return reels;
  }

  private void measure(Run run, Report report, List<Reel> reels, List<Integer> processors)
      throws Exception {
    int first = processors.get(0);
    int last = processors.get(processors.size() - 1);
    Map<String, String> settings =
        Map.of("MODEL", run.model().toAbsolutePath().toString(), "MALLOC_ARENA_MAX", "2");
    run.progress(this, "starting a coordinator on processor " + first);
    try (ServerProcess coordinator =
        ServerProcess.coordinatorOn(first, "bench-machine-1", settings)) {
      coordinator.awaitReady();
      TimedJob.of(coordinator, run.clip(), WARM_UP_FPS);
      Map<String, Double> alone = new HashMap<>();
      for (Reel reel : reels) {
        run.progress(this, reel.title() + ": one processor alone");
        alone.put(reel.title(), job(coordinator, reel).framesPerSecond());
      }
      run.progress(this, "starting a worker on processor " + last);
      try (ServerProcess worker =
          ServerProcess.workerOn(last, "bench-machine-2", coordinator.url(), settings)) {
        worker.awaitReady();
        TimedJob.of(coordinator, run.clip(), WARM_UP_FPS);
        for (Reel reel : reels) {
          run.progress(this, reel.title() + ": two processors");
          long before = framesOf(coordinator, worker.name());
          TimedJob job = job(coordinator, reel);
          report.add(
              new Row(
                  reel.title() + ", two processors",
                  Figure.of(job.framesPerSecond()),
                  RATE,
                  REFERENCE,
                  Figure.of(alone.get(reel.title()))));
          report.note(
              "%s: %d of %d frames were the second one's"
                  .formatted(
                      reel.title(), framesOf(coordinator, worker.name()) - before, job.frames()));
        }
      }
    }
  }

  private static TimedJob job(ServerProcess coordinator, Reel reel) throws IOException {
    return TimedJob.of(coordinator, reel.clip(), reel.sampleFps());
  }

  private static long framesOf(ServerProcess coordinator, String worker) {
    return coordinator.http().get("/workers").expect(200).objects().stream()
        .filter(one -> one.getString("worker_id").equals(worker))
        .mapToLong((JsonObject one) -> one.getJsonNumber("frames_processed").longValue())
        .findFirst()
        .orElse(0);
  }
}
