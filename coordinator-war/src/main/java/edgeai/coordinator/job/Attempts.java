package edgeai.coordinator.job;

import edgeai.common.video.VideoEnd;
import edgeai.common.video.VideoException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Decodes a job's video, and again where its decoder got no processor: that is no fault of the
 * video, and frames that are done stay done.
 */
final class Attempts {
  /** Each waits for minutes until a decoder that gets no processor is given up. */
  static final int MOST = 4;

  private static final Logger LOG = Logger.getLogger(Attempts.class.getName());

  /** Decodes a video once, save what is in the ledger by then. */
  @FunctionalInterface
  interface Attempt {
    VideoEnd decode() throws VideoException, InterruptedException;
  }

  private final JobRun run;

  Attempts(JobRun run) {
    this.run = run;
  }

  /**
   * Decodes to the end.
   *
   * @throws VideoException where the video is to blame, or the machine for too long
   */
  VideoEnd decode(Attempt attempt) throws VideoException, InterruptedException {
    for (int number = 1; ; number++) {
      try {
        return attempt.decode();
      } catch (VideoException e) {
        if (e.kind() != VideoException.Kind.UNAVAILABLE || number == MOST || run.isCancelled()) {
          throw e;
        }
        LOG.log(
            Level.WARNING,
            "job {0}: the video {1}; it is tried again",
            new Object[] {run.id(), e.getMessage()});
        run.progress().awaitStored();
        run.progress().takenAnew();
      }
    }
  }
}
