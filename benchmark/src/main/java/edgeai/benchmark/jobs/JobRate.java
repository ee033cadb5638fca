package edgeai.benchmark.jobs;

import edgeai.systemtests.fixture.ServerProcess;
import java.time.Duration;
import java.util.List;

/**
 * What came of some seconds of a job, or of all of it.
 *
 * @param perSecond frames whose results came to disk
 * @param coordinatorMillis of the coordinator's processor time a frame, its child processes
 *     included
 */
public record JobRate(double perSecond, double coordinatorMillis) {

  /** From the first frames to these, a job only begins. */
  private static final long SETTLING_MS = 2_000;

  private static final double NANOS = 1e9;
  private static final double NANOS_A_MS = 1e6;

  /**
   * Waits for its beginning, then watches it so long, or until it is over. Frames that workers had
   * answered before do not count, else a coordinator that was behind would seem to do more than
   * they.
   *
   * @param takers all workers that there are
   * @throws IllegalStateException where nothing comes
   */
  public static JobRate of(
      ServerProcess coordinator, JobWatch job, List<PieceTaker> takers, Duration window)
      throws InterruptedException {
    job.awaitFrames(1);
    Thread.sleep(SETTLING_MS);
    Moment from = Moment.of(coordinator, job);
    long answered = takers.stream().mapToLong(PieceTaker::answered).sum();
    job.awaitEnd(window);
    return between(from, Moment.of(coordinator, job), answered, job);
  }

  /**
   * Waits for its beginning, and then for its end, or so long.
   *
   * @throws IllegalStateException where nothing comes
   */
  public static JobRate ofWhole(ServerProcess coordinator, JobWatch job, Duration limit)
      throws InterruptedException {
    job.awaitFrames(1);
    Moment from = Moment.of(coordinator, job);
    job.awaitEnd(limit);
    return between(from, Moment.of(coordinator, job), from.frames, job);
  }

  private static JobRate between(Moment from, Moment to, long before, JobWatch job) {
    if (to.frames <= from.frames) {
      throw new IllegalStateException("no frame of job %s came to disk".formatted(job.id()));
    }
    return new JobRate(
        Math.max(0, to.frames - before) * NANOS / (to.nanos - from.nanos),
        to.processor.minus(from.processor).toNanos() / NANOS_A_MS / (to.frames - from.frames));
  }

  private record Moment(long nanos, long frames, Duration processor) {
    static Moment of(ServerProcess coordinator, JobWatch job) {
      Duration processor = coordinator.usage().familyProcessorTime();
      long frames = job.frames();
      return new Moment(System.nanoTime(), frames, processor);
    }
  }
}
