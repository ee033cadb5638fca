package edgeai.benchmark.hour;

import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.jobs.JobWatch;
import edgeai.benchmark.jobs.PieceTaker;
import edgeai.systemtests.fixture.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A coordinator that is killed in the middle of a job: from the moment that it is ready again to
 * the first frame that was not done before.
 */
final class Comeback {
  private static final double SAMPLE_FPS = 1;
  private static final int FRAMES = LongVideo.MINUTES * 60;
  private static final Duration FIRST_FRAME = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  /** So slow that a job can be met in its middle. */
  private static final PieceTaker.Plan SLOWLY =
      new PieceTaker.Plan(8, Duration.ofMillis(100), 1920, 1080);

  private final Report report;
  private final ServerProcess coordinator;
  private final Duration limit;

  Comeback(Run run, Report report, ServerProcess coordinator) {
    this.report = report;
    this.coordinator = coordinator;
    this.limit = Duration.ofSeconds(run.choose(30, 120));
  }

  void measure(Path video) throws Exception {
    try (PieceTaker taker = PieceTaker.join(coordinator.http(), "slow-taker", SLOWLY)) {
      JobWatch job = JobWatch.begin(coordinator.http(), video, SAMPLE_FPS);
      job.awaitFrames(1);
      boolean half = job.awaitFrames(FRAMES / 2, limit);
      long done = job.frames();
      coordinator.kill();
      try (ServerProcess again = coordinator.startAgain()) {
        again.awaitReady();
        long answered = taker.answered();
        long began = System.nanoTime();
        taker.register();
        Awaitility.await("a frame")
            .atMost(FIRST_FRAME)
            .pollInterval(LOOK_AGAIN)
            .until(() -> taker.answered() > answered);
        report.add(
            Row.of(
                "killed in the middle: from ready to the first new frame",
                Figure.of((System.nanoTime() - began) / 1e9),
                "s"));
      }
      report.note(
          "killed when %d of %d frames were done%s"
              .formatted(
                  done,
                  FRAMES,
                  half ? "" : ", which was no more after %d s".formatted(limit.toSeconds())));
    }
  }
}
