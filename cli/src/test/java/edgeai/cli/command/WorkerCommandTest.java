package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.place.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerCommandTest {
  @ParameterizedTest
  @CsvSource({
    "videos/a.mp4, /home/ada/videos/a.mp4",
    "/srv/a.mp4, /srv/a.mp4",
    "rtsp://camera/live, rtsp://camera/live",
    "0, 0"
  })
  void itsCameraWatchesWhatTheUserMeansWhereverTheServerRuns(String typed, String meant) {
    Environment environment = Environment.of(Map.of("CAMERA_SOURCE", typed), Path.of("/home/ada"));
    assertThat(WorkerCommand.withSourceInFull(environment).get("CAMERA_SOURCE")).contains(meant);
  }
}
