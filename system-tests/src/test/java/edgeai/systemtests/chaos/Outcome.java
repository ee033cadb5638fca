package edgeai.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What became of a job's frames.
 *
 * @param submitted frames of the video
 * @param lost frames that no result speaks of
 * @param duplicated results beyond a frame's first
 * @param wrong completed frames with other boxes than the undisturbed run finds
 * @param seen seconds until the coordinator saw what was wrong
 * @param back seconds until results came as fast as before
 */
record Outcome(
    int submitted,
    int completed,
    int failed,
    int lost,
    int duplicated,
    int wrong,
    OptionalDouble seen,
    OptionalDouble back) {

  /** Reads the frames of a job on a {@link Traffic} video. */
  static Outcome of(
      List<JsonObject> frames, int submitted, OptionalDouble seen, OptionalDouble back) {
    Set<Integer> indices = new HashSet<>();
    Set<Long> ids = new HashSet<>();
    int failed = 0;
    int wrong = 0;
    for (JsonObject frame : frames) {
      int index = frame.getInt("frame_index");
      indices.add(index);
      ids.add(JobClient.frameId(frame));
      if (!frame.getString("status").equals("completed")) {
        failed++;
      } else if (!Traffic.found(frame).equals(Traffic.expected(index))) {
        wrong++;
      }
    }
    int lost = (int) IntStream.range(0, submitted).filter(i -> !indices.contains(i)).count();
    int duplicated = frames.size() - Math.min(indices.size(), ids.size());
    return new Outcome(
        submitted, frames.size() - failed, failed, lost, duplicated, wrong, seen, back);
  }

  /** Asserts that every frame was done once, and as if nothing had happened. */
  void requireSound(String what) {
    assertThat(lost).as("lost frames: %s", what).isZero();
    assertThat(duplicated).as("frames done twice: %s", what).isZero();
    assertThat(wrong).as("frames with wrong detections: %s", what).isZero();
    assertThat(failed).as("failed frames: %s", what).isZero();
    assertThat(completed).as("completed frames: %s", what).isEqualTo(submitted);
  }

  /** In words. */
  String told() {
    return "%d of %d frames, %d failed, %d lost, %d twice, %d wrong; seen after %s, back after %s"
        .formatted(
            completed, submitted, failed, lost, duplicated, wrong, seconds(seen), seconds(back));
  }

  static String seconds(OptionalDouble seconds) {
    return seconds.isPresent() ? "%.1f s".formatted(seconds.getAsDouble()) : "-";
  }
}
