package edgeai.benchmark.viewers;

import edgeai.benchmark.Run;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A coordinator that infers nothing itself, and jobs of the project's clip shown there. */
final class Cinema {
  private static final String ALL_FRAMES = "?sample_fps=0";
  private static final String SOME_FRAMES = "?sample_fps=5";

  /** One that is inferred and one that waits, as the product's worker has it. */
  private static final int PLACES = 2;

  /** So that the coordinator always has a place for the next frame. */
  private static final int MANY_PLACES = 8;

  private static final Duration PACE = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int FRAMES_BEFORE = 10;

  private final Run run;
  private final ServerProcess coordinator;
  private final JobClient jobs;

  /**
   * @param coordinator without workers
   */
  Cinema(Run run, ServerProcess coordinator) {
    this.run = run;
    this.coordinator = coordinator;
    this.jobs = new JobClient(coordinator.http());
  }

  ServerProcess coordinator() {
    return coordinator;
  }

  /** A job of ten frames a second, watched for some seconds and then cancelled. */
  Show paced(int viewers) throws IOException, InterruptedException {
    try (PacedWorker worker = PacedWorker.join(coordinator.http(), "paced", PACE, PLACES)) {
      String job = jobs.submit(run.clip(), ALL_FRAMES);
      Show show;
      try (StreamAudience audience = StreamAudience.of(coordinator, viewers)) {
        worker.awaitMore(FRAMES_BEFORE);
        Moment from = Moment.now(coordinator, worker, audience);
        Thread.sleep(run.choose(2_000, 3_000));
        Moment to = Moment.now(coordinator, worker, audience);
        show = Show.between(from, to, worker.done(), coordinator);
      }
      // that a viewer has left is seen when the next frame is sent
      awaitNobody();
      coordinator.http().delete("/jobs/" + job).expect(200);
      jobs.awaitEnd(job);
      return show;
    }
  }

  /** A job whose frames are done at once: frames a second from the eleventh to the last. */
  double unlimited(int viewers) throws IOException {
    try (PacedWorker worker =
            PacedWorker.join(coordinator.http(), "unlimited", Duration.ZERO, MANY_PLACES);
        StreamAudience audience = StreamAudience.of(coordinator, viewers)) {
      jobs.awaitCompleted(jobs.submit(run.clip(), run.quick() ? SOME_FRAMES : ALL_FRAMES));
      audience.requireReading();
      return worker.done().perSecond(FRAMES_BEFORE, worker.done().count());
    }
  }

  private void awaitNobody() {
    Awaitility.await("all viewers have left")
        .atMost(LIMIT)
        .until(() -> coordinator.http().get("/metrics").object().getInt("stream_viewers") == 0);
  }
}
