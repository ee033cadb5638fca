package edgeai.coordinator.decode;

import edgeai.coordinator.frame.Frame;

/**
 * Room for the frames of a job of which it is not known what becomes of them, beside those that
 * dispatch has queued: undecided ones, and those that wait for others to be inferred. Wakes the
 * job's thread whenever something became known. Thread-safe.
 */
final class StillRoom {
  static final int FRAMES = 256;
  private static final long BYTES = 32L << 20;

  private int frames;
  private long bytes;
  private long news;

  synchronized void enters(StillCandidate frame) {
    frames++;
    bytes += frame.bytes();
  }

  /** It has gone elsewhere. */
  synchronized void leaves(StillCandidate frame) {
    frames--;
    bytes -= frame.bytes();
    tell();
  }

  /** It leaves once what became of it is stored. */
  void leavesWhenStored(StillCandidate candidate, Frame frame) {
    frame.stored().whenComplete((outcome, failure) -> leaves(candidate));
  }

  /** Something became known. */
  synchronized void tell() {
    news++;
    notifyAll();
  }

  synchronized boolean isFull() {
    return frames >= FRAMES || bytes >= BYTES;
  }

  /** What is new is counted. */
  synchronized long news() {
    return news;
  }

  /** Waits until more is new than that. */
  synchronized void awaitNews(long known) throws InterruptedException {
    while (news == known) {
      wait();
    }
  }
}
