package edgeai.benchmark.jobs;

import edgeai.systemtests.fixture.ServerProcess;
import java.time.Duration;

/**
 * What came of some seconds of a job.
 *
 * @param perSecond frames whose results came to disk
 * @param coordinatorMillis of the coordinator's processor time a frame, its child processes
 *     included
 */
public record JobRate(double perSecond, double coordinatorMillis) {

  /** From the first frames to these, a job only begins. */
  private static final long SETTLING_MS = 500;

  private static final long NANOS = 1_000_000_000;

  /**
   * Waits for its beginning, then watches it so long, or until it is over.
   *
   * @throws IllegalStateException where it is over before there is anything to see
   */
  public static JobRate of(ServerProcess coordinator, JobWatch job, Duration window)
      throws InterruptedException {
    job.awaitFrames(1);
    Thread.sleep(SETTLING_MS);
    Moment from = Moment.of(coordinator, job);
    job.awaitEnd(window);
    Moment to = Moment.of(coordinator, job);
    long frames = to.frames - from.frames;
    if (frames < 1) {
      throw new IllegalStateException("no frame of job %s came to disk".formatted(job.id()));
    }
    return new JobRate(
        (double) frames * NANOS / (to.nanos - from.nanos),
        to.processor.minus(from.processor).toNanos() / 1e6 / frames);
  }

  private record Moment(long nanos, long frames, Duration processor) {
    static Moment of(ServerProcess coordinator, JobWatch job) {
      Duration processor = coordinator.usage().familyProcessorTime();
      long frames = job.frames();
      return new Moment(System.nanoTime(), frames, processor);
    }
  }
}
