package edgeai.coordinator.frame;

import java.util.OptionalDouble;

/** Frames of jobs that only a test knows. */
public final class TestFrames {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 480;

  private TestFrames() {}

  public static Frame frame(long id) {
    return frame(id, "job");
  }

  public static Frame frame(long id, String jobId) {
    return frame(id, jobId, 10);
  }

  public static Frame frame(long id, String jobId, int bytes) {
    return new Frame(
        id,
        jobId,
        id,
        id * 40,
        FramePicture.asDisplayed(new byte[bytes], WIDTH, HEIGHT),
        OptionalDouble.empty());
  }
}
