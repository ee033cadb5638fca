package edgeai.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.settings.InvalidSettingException;
import edgeai.settings.LocalAddress;
import edgeai.settings.SettingReader;
import edgeai.settings.SkipStill;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraSettingsTest {
  private static final String ADMIN = "http://127.0.0.1:8001";

  private static WorkerSettings read(String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return WorkerSettings.read(new SettingReader(values::get));
  }

  private static CameraSettings camera(String... namesAndValues) {
    return read(namesAndValues).camera().orElseThrow();
  }

  @Test
  void withoutASourceAWorkerIsNoCamera() {
    assertThat(read("ADMIN_URL", ADMIN, "CAMERA_ID", "gate-7").camera()).isEmpty();
  }

  @Test
  void aCameraServesNoCoordinatorUnlessItNamesOne() {
    assertThat(read("CAMERA_SOURCE", "0", "ADMIN_URL", ADMIN).coordinator()).isEmpty();
    assertThat(
            read("CAMERA_SOURCE", "0", "ADMIN_URL", ADMIN, "COORDINATOR_URL", "http://c:8000")
                .coordinator())
        .contains(URI.create("http://c:8000"));
  }

  @Test
  void whatIsNotSetHasADefault() {
    CameraSettings camera =
        camera("CAMERA_SOURCE", "rtsp://10.0.0.9/live", "ADMIN_URL", ADMIN, "WORKER_ID", "pi");

    assertThat(camera.source().live()).isPresent();
    assertThat(camera.admin()).isEqualTo(URI.create(ADMIN));
    assertThat(camera.identity().id()).isEqualTo("pi");
    assertThat(camera.identity().name()).isEqualTo(LocalAddress.hostName());
    assertThat(camera.identity().address()).isEqualTo("127.0.0.1");
    assertThat(camera.fps()).isEqualTo(5);
    assertThat(camera.heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(camera.classes()).isEmpty();
    assertThat(camera.skipStill()).isEqualTo(SkipStill.SAFE);
  }

  @Test
  void eachFrameIsInferredWhereThatIsSet() {
    CameraSettings camera = camera("CAMERA_SOURCE", "0", "ADMIN_URL", ADMIN, "SKIP_STILL", "off");

    assertThat(camera.skipStill().isOff()).isTrue();
  }

  @Test
  void aSourceMayBeAFile(@TempDir Path folder) throws IOException {
    Path clip = Files.createFile(folder.resolve("clip.mp4"));

    CameraSettings.Source source =
        camera("CAMERA_SOURCE", clip.toString(), "ADMIN_URL", ADMIN).source();

    assertThat(source.file()).contains(clip);
    assertThat(source.live()).isEmpty();
    assertThat(source.shown()).isEqualTo(clip.toString());
  }

  @Test
  void aCameraNeedsItsAdminServer() {
    assertThatThrownBy(() -> read("CAMERA_SOURCE", "0"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("ADMIN_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "CAMERA_SOURCE, /no/such/file.mp4",
    "CAMERA_SOURCE, /tmp",
    "CAMERA_SOURCE, https://10.0.0.9/live",
    "CAMERA_SOURCE, 100",
    "ADMIN_URL, here",
    "CAMERA_FPS, 0",
    "CAMERA_FPS, 61",
    "CAMERA_HEARTBEAT, 0",
    "SKIP_STILL, sometimes",
    "ALERT_COOLDOWN, never"
  })
  void aBadValueStopsTheStart(String name, String value) {
    Map<String, String> values = new HashMap<>(Map.of("CAMERA_SOURCE", "0", "ADMIN_URL", ADMIN));
    values.put(name, value);

    assertThatThrownBy(() -> WorkerSettings.read(new SettingReader(values::get)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("%s=%s is not valid: ".formatted(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://admin:SECRET#1@10.0.0.9/live",
        "rtsp://admin:1/SECRET@10.0.0.9/live",
        "http://admin:SECRET?1@10.0.0.9/live",
        "https://admin:SECRET@10.0.0.9/live",
        "admin:SECRET@10.0.0.9/live"
      })
  void aPasswordIsNotShownAndTheWayToWriteItIs(String source) {
    assertThatThrownBy(() -> read("CAMERA_SOURCE", source, "ADMIN_URL", ADMIN))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("CAMERA_SOURCE=")
        .hasMessageContaining("# is written %23")
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void nothingThatIsPrintedOfTheSettingsHasAPassword() {
    CameraSettings camera =
        camera("CAMERA_SOURCE", "RTSP://me:SEC@RET@cam_1/live?key=SECRET", "ADMIN_URL", ADMIN);
    assertThat(camera.source().shown()).isEqualTo("rtsp://cam_1/live");
    assertThat(camera.toString()).doesNotContain("SECRET", "RET@", "me:");
  }
}
