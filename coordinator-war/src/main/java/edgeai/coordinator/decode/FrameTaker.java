package edgeai.coordinator.decode;

import edgeai.common.video.VideoFrame;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;

/** What becomes of the decoded frames of a job; for the job's own thread. */
interface FrameTaker {
  /**
   * The next one.
   *
   * @param settled whether it need not be done again
   */
  void take(long id, VideoFrame frame, boolean settled) throws InterruptedException;

  /** There are no more: what was kept back goes on. */
  void finish() throws InterruptedException;

  /** Hands each to dispatch. */
  static FrameTaker ofEach(FrameSource source, Dispatcher dispatcher) {
    return new FrameTaker() {
      @Override
      public void take(long id, VideoFrame frame, boolean settled) throws InterruptedException {
        source.progress().taken();
        if (!settled) {
          dispatcher.submit(
              new Frame(
                  id, source, frame.index(), frame.mediaTimeMs(), DecodeStage.picture(frame)));
        }
      }

      @Override
      public void finish() {
        // none is kept back
      }
    };
  }
}
