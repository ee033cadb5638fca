package edgeai.benchmark.cuda;

import edgeai.benchmark.Benchmark;
import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.efficiency.Arrangement;
import edgeai.benchmark.efficiency.Sharing;
import edgeai.benchmark.efficiency.TimedJob;
import edgeai.benchmark.efficiency.Waterfall;
import edgeai.common.vision.BareInference;
import java.time.Duration;
import java.util.Map;

/** Jobs of the project's clip on a GPU, by the coordinator itself and by a worker. */
final class CudaJobs {
  private static final double WARM_UP_FPS = 5;

  private final Run run;
  private final Report report;

  /**
   * @param run on the GPU
   */
  CudaJobs(Run run, Report report) {
    this.run = run;
    this.report = report;
  }

  void measure(Benchmark benchmark) throws Exception {
    for (Sharing sharing : Sharing.onGpu()) {
      if (run.quick() && sharing.callers() != 4) {
        continue;
      }
      String callers = "callers: %d".formatted(sharing.callers());
      Figure bare;
      try (BareInference session = sharing.bare(run, run.provider())) {
        bare = Figure.of(session.framesPerSecond(Duration.ofSeconds(run.choose(1, 2))));
      }
      run.progress(benchmark, "a job by the coordinator, " + callers);
      try (Arrangement local = Arrangement.local(run, sharing)) {
        job(local, "a job, local worker, " + callers, bare);
      }
      run.progress(benchmark, "a job by a worker, " + callers);
      try (Arrangement remote = Arrangement.remote(run, sharing)) {
        remote.workers(1);
        job(remote, "a job, 1 remote worker, " + callers, bare);
      }
    }
  }

  private void job(Arrangement servers, String name, Figure bare) throws Exception {
    TimedJob.of(servers.coordinator(), run.clip(), WARM_UP_FPS);
    Waterfall waterfall = Waterfall.from(servers.servers());
    TimedJob job = TimedJob.of(servers.coordinator(), run.clip(), run.quick() ? WARM_UP_FPS : 0);
    report.add(
        new Row(
            name,
            Figure.of(job.framesPerSecond()),
            "frames/s",
            "session.run, as many callers",
            bare));
    StringBuilder stages = new StringBuilder();
    for (Map.Entry<String, Double> stage : waterfall.millis().entrySet()) {
      stages.append(" %s %.2f".formatted(stage.getKey(), stage.getValue()));
    }
    report.note(name + ", ms a frame in each stage:" + stages);
  }
}
