package edgeai.worker.camera;

import java.util.Optional;

/** Room for one frame: a newer one takes the place of one that nobody fetched in time. */
final class FrameSlot {
  private CapturedFrame frame;
  private long shed;

  synchronized void put(CapturedFrame newest) {
    if (frame != null) {
      shed++;
    }
    frame = newest;
    notifyAll();
  }

  /** Waits for a frame for so long and takes it out. */
  synchronized Optional<CapturedFrame> take(long patienceMs) throws InterruptedException {
    if (frame == null) {
      wait(patienceMs);
    }
    CapturedFrame taken = frame;
    frame = null;
    return Optional.ofNullable(taken);
  }

  /** Forgets the frame that waits, which is from before a pause. */
  synchronized void clear() {
    frame = null;
  }

  /** Counts a frame that was fetched and then not inferred. */
  synchronized void shedOne() {
    shed++;
  }

  /** Frames that were not inferred, since the start. */
  synchronized long shed() {
    return shed;
  }
}
