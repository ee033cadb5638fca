package edgeai.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the video of a job comes to the workers. */
enum Way {
  /** In pieces, which all workers take. */
  PIECES("mp4", "pieces"),

  /** In pieces to this project's workers, as pictures to those that take nothing else. */
  MIXED("mp4", "pieces"),

  /** As pictures to all of them: nobody knows how to cut this video. */
  FRAMES("flv", "frames");

  private static final Map<String, Path> VIDEOS = new ConcurrentHashMap<>();

  private final String container;
  private final String mode;

  Way(String container, String mode) {
    this.container = container;
    this.mode = mode;
  }

  /** In the table. */
  String title() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Made once. */
  Path video(int frames) {
    return VIDEOS.computeIfAbsent(
        "chaos-%d.%s".formatted(frames, container), name -> Traffic.write(name, frames));
  }

  /** Asserts that a job that has ended went this way. */
  void require(JsonObject job) {
    assertThat(job.getString("mode")).as("%s", job).isEqualTo(mode);
    assertThat(job.isNull("mode_reason")).as("%s", job).isEqualTo(this != FRAMES);
  }
}
