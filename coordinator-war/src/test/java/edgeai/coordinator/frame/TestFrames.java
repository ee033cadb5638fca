package edgeai.coordinator.frame;

import java.time.Clock;

/** Frames of jobs that only a test knows. */
public final class TestFrames {
  public static final String MODEL = "ab".repeat(32);
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
        source(jobId, ResultRules.ALL),
        id,
        id * 40,
        FramePicture.asDisplayed(new byte[bytes], WIDTH, HEIGHT));
  }

  public static FrameSource source(String jobId, ResultRules rules) {
    return new FrameSource(jobId, MODEL, rules, new SourceProgress(Clock.systemUTC(), 0));
  }
}
