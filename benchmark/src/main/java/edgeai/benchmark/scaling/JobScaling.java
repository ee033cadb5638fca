package edgeai.benchmark.scaling;

import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.footage.MadeClips;
import edgeai.benchmark.jobs.JobRate;
import edgeai.benchmark.jobs.JobWatch;
import edgeai.benchmark.jobs.PieceTaker;
import edgeai.benchmark.servers.Started;
import edgeai.benchmark.viewers.Viewers;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Frames a second of jobs of real videos whose workers have many places, over what so many places
 * can do, and the most that comes to the ledger where workers answer at once.
 */
final class JobScaling {
  private static final int DELAY_MS = 50;
  private static final double A_PLACE = 1000.0 / DELAY_MS;
  private static final List<Integer> PLACES = List.of(16, 64, 256);
  private static final int A_WORKER = 128;
  private static final int MOST = 2 * A_WORKER;
  private static final Duration AT_ONCE = Duration.ZERO;

  /** Of a job that is watched as a whole. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Of which the coordinator's processor time is told. */
  private static final int TOLD = 64;

  private static final String RATE = "frames/s";

  private final Run run;
  private final Report report;
  private final Duration window;

  JobScaling(Run run, Report report) {
    this.run = run;
    this.report = report;
    this.window = Duration.ofMillis(run.choose(1_500, 4_000));
  }

  /** A video, and how long its copies last: enough for a few and for many places. */
  private record Reel(String title, Path few, Path many, double sampleFps, int width, int height) {
    Path of(int places) {
      return places > TOLD ? many : few;
    }
  }

  void measure(Scaling scaling) throws Exception {
    run.progress(scaling, "making long videos");
    MadeClips clips = new MadeClips(run);
    List<Reel> reels =
        List.of(
            new Reel(
                "street",
                clips.copied(run.clip(), 30),
                clips.copied(run.clip(), 300),
                0,
                1280,
                720),
            new Reel("1080p at 5/s", clips.street(15), clips.street(120), 5, 1920, 1080));
    try (Started coordinator =
        run.kept().take(Viewers.COORDINATOR, Started.class, JobScaling::start)) {
      run.progress(scaling, "warming up");
      watch(coordinator.server(), reels.get(0), run.quick() ? TOLD : MOST, AT_ONCE, this::whole);
      for (Reel reel : reels) {
        for (int places : run.quick() ? PLACES.subList(0, 1) : PLACES) {
          run.progress(scaling, "%s: %d places of %d ms".formatted(reel.title(), places, DELAY_MS));
          uniform(coordinator.server(), reel, places);
        }
      }
      run.progress(scaling, "the ceiling of the ledger");
      ceiling(coordinator.server(), reels.get(0));
    }
  }

  private static Started start() {
    return Started.by(
        () ->
            ServerProcess.coordinator(
                "bench-scaling", Map.of("LOCAL_WORKER", "false", "MALLOC_ARENA_MAX", "2")));
  }

  private void uniform(ServerProcess coordinator, Reel reel, int places) throws Exception {
    Watched watched =
        watch(coordinator, reel, places, Duration.ofMillis(DELAY_MS), this::someSeconds);
    String name = "%s E(%d)".formatted(reel.title(), places);
    report.add(
        new Row(
            name,
            Figure.of(watched.rate().perSecond()),
            RATE,
            "%d x 20 frames/s".formatted(places),
            Figure.of(places * A_PLACE)));
    if (places == TOLD) {
      report.add(
          Row.of(
              name + ", coordinator's processor time",
              Figure.of(watched.rate().coordinatorMillis()),
              "ms/frame"));
    }
    report.note("%s went by %s".formatted(name, watched.mode()));
  }

  private void ceiling(ServerProcess coordinator, Reel reel) throws Exception {
    Watched watched = watch(coordinator, reel, MOST, AT_ONCE, this::whole);
    String name = reel.title() + ", places of 0 ms";
    report.add(Row.of(name, Figure.of(watched.rate().perSecond()), RATE));
    report.add(
        Row.of(
            name + ", coordinator's processor time",
            Figure.of(watched.rate().coordinatorMillis()),
            "ms/frame"));
  }

  private record Watched(JobRate rate, String mode) {}

  private interface Watching {
    JobRate rate(ServerProcess coordinator, JobWatch job, List<PieceTaker> takers)
        throws InterruptedException;
  }

  private JobRate someSeconds(ServerProcess coordinator, JobWatch job, List<PieceTaker> takers)
      throws InterruptedException {
    return JobRate.of(coordinator, job, takers, window);
  }

  private JobRate whole(ServerProcess coordinator, JobWatch job, List<PieceTaker> takers)
      throws InterruptedException {
    return JobRate.ofWhole(coordinator, job, LONGEST);
  }

  private Watched watch(
      ServerProcess coordinator, Reel reel, int places, Duration delay, Watching watching)
      throws Exception {
    List<PieceTaker> takers = new ArrayList<>();
    try {
      for (int left = places; left > 0; left -= A_WORKER) {
        takers.add(join(coordinator, takers.size(), reel, Math.min(left, A_WORKER), delay));
      }
      JobWatch job = JobWatch.begin(coordinator.http(), reel.of(places), reel.sampleFps());
      Watched watched = new Watched(watching.rate(coordinator, job, takers), job.mode());
      job.cancel();
      return watched;
    } finally {
      takers.forEach(PieceTaker::close);
    }
  }

  private static PieceTaker join(
      ServerProcess coordinator, int number, Reel reel, int places, Duration delay)
      throws IOException {
    return PieceTaker.join(
        coordinator.http(),
        "taker-%d".formatted(number + 1),
        new PieceTaker.Plan(places, delay, reel.width(), reel.height()));
  }
}
