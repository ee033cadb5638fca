package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.VideoLimits;
import edgeai.settings.SettingReader;
import edgeai.worker.settings.CameraSettings;
import edgeai.worker.settings.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {
  private static final VideoLimits PATIENT =
      VideoLimits.DEFAULT.withTimeouts(Duration.ofSeconds(90), Duration.ofSeconds(90));

  private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
  @TempDir private Path folder;
  private Thread thread;

  @AfterEach
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
    timer.shutdownNow();
  }

  /** Of a node whose decoder cannot be started. */
  private String troubleWith(String source) {
    Map<String, String> set = Map.of("CAMERA_SOURCE", source, "ADMIN_URL", "http://127.0.0.1:8001");
    CameraSettings settings =
        WorkerSettings.read(new SettingReader(set::get)).camera().orElseThrow();
    DecoderCommand broken =
        DecoderCommand.in(folder.resolve("decoder"), List.of(Path.of("no/such/place.jar")));
    Capture capture =
        new Capture(
            settings,
            new ConfiguredCalls(List.of()),
            broken,
            PATIENT,
            new Schedule(timer, new Failures()),
            new FrameSlot());
    thread = new Thread(capture::run);
    thread.start();
    await().atMost(Duration.ofSeconds(90)).until(() -> capture.trouble() != null);
    assertThat(capture.isOpen()).isFalse();
    return capture.trouble();
  }

  @Test
  void whatTheDecoderLacksIsNotSaidOfTheSource() {
    assertThat(troubleWith("rtsp://127.0.0.1:1/live"))
        .isEqualTo("the source cannot be decoded: its decoder could not be started");
  }

  @Test
  void whatIsWrongWithTheSourceIs() throws IOException {
    Path video = Files.writeString(folder.resolve("a.mp4"), "no video");

    assertThat(troubleWith(video.toString())).startsWith("the source is not a video");
  }
}
