package edgeai.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.JobClient;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.awaitility.core.ConditionTimeoutException;

/** Runs a fault once: a job, the fault in the middle of it, and what came of both. */
final class Trial {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final double EARLIEST = 0.2;
  private static final double LATEST = 0.5;

  private final ChaosPool pool;
  private final JobClient jobs;
  private final int usual;
  private final Duration patience;

  /**
   * @param frames of a usual job's video
   * @param patience how long a fault that the job outran may take to be seen
   */
  Trial(ChaosPool pool, int frames, Duration patience) {
    this.pool = pool;
    this.jobs = pool.jobs();
    this.usual = frames;
    this.patience = patience;
  }

  /** Asserts that nothing was lost, and gives what happened. */
  Outcome run(Fault fault, Way way, Random random) {
    pool.awaitWhole();
    jobs.awaitQuiet();
    Scene scene = new Scene(pool, way, random);
    try {
      Outcome outcome = play(fault, scene);
      outcome.requireSound("%s, by %s".formatted(fault.title(), way.title()));
      way.require(jobs.job(scene.job()));
      scene.check();
      Ledger.of(pool.http()).requireBalance();
      return outcome;
    } finally {
      scene.end();
    }
  }

  private Outcome play(Fault fault, Scene scene) {
    int frames = usual * fault.length();
    if (fault.early()) {
      fault.begins().on(scene);
      try (Watch watch = new Watch(pool, fault.victims())) {
        send(scene, frames);
        return watched(fault, scene, watch);
      }
    }
    send(scene, frames);
    double share = EARLIEST + (LATEST - EARLIEST) * scene.random().nextDouble();
    jobs.await(scene.job(), job -> job.getInt("processed_frames") >= share * frames);
    try (Watch watch = new Watch(pool, fault.victims())) {
      fault.begins().on(scene);
      return watched(fault, scene, watch);
    }
  }

  private void send(Scene scene, int frames) {
    scene.sent(jobs.submit(scene.way().video(frames), "?sample_fps=0"));
  }

  private Outcome watched(Fault fault, Scene scene, Watch watch) {
    await(fault.title())
        .atMost(LIMIT)
        .until(() -> isOver(scene) || watch.hasSeen() && watch.hasLasted(fault.lasts()));
    outwait(watch);
    scene.end();
    jobs.awaitEnd(scene.job());
    List<JsonObject> done = jobs.frames(scene.job());
    return Outcome.of(done, usual * fault.length(), watch.seconds(), back(done, watch.began()));
  }

  private boolean isOver(Scene scene) {
    return !jobs.job(scene.job()).isNull("completed_at");
  }

  /** A fault that is never seen is no failure: the table shows it. */
  private void outwait(Watch watch) {
    if (watch.hasSeen() || patience.isZero()) {
      return;
    }
    try {
      await("the fault is seen").atMost(patience).until(watch::hasSeen);
    } catch (ConditionTimeoutException e) {
      assertThat(watch.seconds()).isEmpty();
    }
  }

  private static OptionalDouble back(List<JsonObject> done, Instant fault) {
    return Pace.secondsUntilBack(
        done.stream().map(frame -> Instant.parse(frame.getString("received_at"))).sorted().toList(),
        fault);
  }
}
