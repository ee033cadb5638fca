package edgeai.coordinator.dispatch;

import java.util.OptionalDouble;

/** Frames of jobs that only a test knows. */
final class TestFrames {
  static final int WIDTH = 640;
  static final int HEIGHT = 480;

  private TestFrames() {}

  static Frame frame(long id) {
    return frame(id, "job");
  }

  static Frame frame(long id, String jobId) {
    return frame(id, jobId, 10);
  }

  static Frame frame(long id, String jobId, int bytes) {
    return new Frame(
        id,
        jobId,
        id,
        id * 40,
        FramePicture.asDisplayed(new byte[bytes], WIDTH, HEIGHT),
        OptionalDouble.empty());
  }
}
