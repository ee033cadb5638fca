package edgeai.coordinator.result;

import java.util.Optional;

/** Finds the jobs of frames. */
public interface FrameJobs {
  Optional<? extends FrameJob> running(String jobId);

  /** Whether there is such a job, also where it waits or has ended. */
  default boolean knows(String jobId) {
    return running(jobId).isPresent();
  }
}
