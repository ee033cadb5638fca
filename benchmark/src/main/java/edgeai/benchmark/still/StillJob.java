package edgeai.benchmark.still;

import edgeai.benchmark.footage.FileUpload;
import edgeai.common.wire.Detection;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a job.
 *
 * @param frames in the order of the video
 */
record StillJob(JsonObject job, List<JsonObject> frames) {
  private static final double MILLIS = 1_000;

  /**
   * Has each frame of a video done.
   *
   * @param way as {@code skip_still} has it
   */
  static StillJob of(ServerProcess coordinator, Path video, String way) throws IOException {
    JobClient jobs = new JobClient(coordinator.http());
    String id = FileUpload.submit(coordinator.http(), video, "?sample_fps=0&skip_still=" + way);
    return new StillJob(jobs.awaitCompleted(id), jobs.frames(id));
  }

  /** How much of all frames was inferred, in hundredths. */
  double inferred() {
    double all = job.getInt("processed_frames");
    return 100 * (all - job.getInt("reused_frames")) / all;
  }

  /** Frames a second, from its beginning to its end. */
  double rate() {
    return job.getJsonNumber("fps").doubleValue();
  }

  /** How far what is told of each frame is what is told of the one before: F1. */
  double steadiness() {
    Agreement agreement = new Agreement();
    for (int frame = 1; frame < frames.size(); frame++) {
      agreement.add(detections(frame - 1), detections(frame));
    }
    return agreement.score();
  }

  List<Detection> detections(int frame) {
    return JobClient.detections(frames.get(frame));
  }

  double seconds(int frame) {
    return frames.get(frame).getJsonNumber("media_time_ms").longValue() / MILLIS;
  }
}
