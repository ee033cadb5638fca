package edgeai.coordinator.job;

import edgeai.common.wire.Job;
import edgeai.coordinator.model.FixedPool;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Jobs as a test needs them. */
public final class TestJobs {
  private static final double SAMPLE_FPS = 5;

  private TestJobs() {}

  /** One that waits, and has so many frames. */
  public static JobRecord queued(String id, long totalFrames) {
    return queued(id, totalFrames, SAMPLE_FPS);
  }

  /**
   * One that waits.
   *
   * @param sampleFps 0 for every frame
   */
  public static JobRecord queued(String id, long totalFrames, double sampleFps) {
    Job job =
        new Job(
            id,
            "drive.mp4",
            42,
            Job.QUEUED,
            Instant.EPOCH,
            null,
            null,
            totalFrames,
            0,
            0,
            null,
            0,
            0,
            0,
            List.of(),
            sampleFps,
            false,
            0,
            null);
    return new JobRecord(
        job.byModel("pool", FixedPool.SHA256),
        new JobOptions(sampleFps, OptionalDouble.empty(), Set.of()));
  }
}
