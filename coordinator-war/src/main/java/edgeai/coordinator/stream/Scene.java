package edgeai.coordinator.stream;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.result.FrameSeen;

/**
 * What there is to see of one job, or of frames without a job: the newest frame, which is drawn
 * where somebody watches, and the picture that was drawn last. Thread-safe.
 */
final class Scene {
  private final String jobId;
  private FrameSeen newest;
  private FrameSeen drawn;
  private FrameResult shown;
  private Part picture;
  private long shownAt = System.nanoTime();

  /**
   * @param picture to begin with
   */
  Scene(String jobId, Part picture) {
    this.jobId = jobId;
    this.picture = picture;
  }

  String jobId() {
    return jobId;
  }

  synchronized void came(FrameSeen seen) {
    newest = seen;
  }

  synchronized boolean hasNews() {
    return newest != drawn;
  }

  /** The frame to draw next, once; null where there is nothing new. */
  synchronized FrameSeen toDraw() {
    if (!hasNews()) {
      return null;
    }
    drawn = newest;
    return isNewer(newest.result()) ? newest : null;
  }

  /** Results of a job overtake each other; frames without a job are shown as they come. */
  private boolean isNewer(FrameResult result) {
    return shown == null || result.jobId() == null || result.frameId() > shown.frameId();
  }

  synchronized void show(FrameResult result, Part part) {
    shown = result;
    picture = part;
    shownAt = System.nanoTime();
  }

  synchronized Part picture() {
    return picture;
  }

  /** The picture once more, where it was given so long ago; else null. */
  synchronized Part repeated(long afterNanos) {
    if (System.nanoTime() - shownAt < afterNanos) {
      return null;
    }
    shownAt = System.nanoTime();
    return picture;
  }
}
