package edgeai.coordinator.result;

import java.util.Optional;

/** Finds the running job of a frame. */
public interface FrameJobs {
  Optional<? extends FrameJob> running(String jobId);
}
