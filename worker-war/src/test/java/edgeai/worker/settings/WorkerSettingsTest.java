package edgeai.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.settings.InvalidSettingException;
import edgeai.settings.LocalAddress;
import edgeai.settings.SettingReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerSettingsTest {
  private static WorkerSettings read(Map<String, String> values) {
    return WorkerSettings.read(new SettingReader(values::get));
  }

  @Test
  void nothingSetIsAWorkerOnThisMachine() {
    WorkerSettings settings = read(Map.of());

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(9001);
    assertThat(settings.advertised()).isEqualTo("127.0.0.1");
    assertThat(settings.coordinator()).contains(URI.create("http://127.0.0.1:8000"));
    assertThat(settings.model()).isEmpty();
    assertThat(settings.provider()).isEqualTo("auto");
    assertThat(settings.confidence()).as("the model's own").isEmpty();
    assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.maxInFlight()).isEqualTo(settings.callers() + 1);
  }

  @Test
  void onTheUsualPortAWorkerIsCalledLikeItsMachine() {
    assertThat(read(Map.of()).workerId()).isEqualTo(LocalAddress.hostName());
    assertThat(read(Map.of("PORT", "9001")).workerId()).isEqualTo(LocalAddress.hostName());
  }

  @Test
  void onAnotherPortItsIdNamesThePort() {
    assertThat(read(Map.of("PORT", "9002")).workerId())
        .isEqualTo(LocalAddress.hostName() + "-9002");
  }

  @Test
  void anIdThatIsSetIsItsId() {
    assertThat(read(Map.of("WORKER_ID", "pi", "PORT", "9002")).workerId()).isEqualTo("pi");
    assertThat(read(Map.of("WORKER_ID", "")).workerId()).isEqualTo(LocalAddress.hostName());
  }

  @Test
  void aWorkerGivesASignOfLifeAsOftenAsIsSet() {
    assertThat(read(Map.of()).heartbeat()).isEqualTo(Duration.ofSeconds(10));
    assertThat(read(Map.of("WORKER_HEARTBEAT", "2.5")).heartbeat())
        .isEqualTo(Duration.ofMillis(2_500));
    assertThatThrownBy(() -> read(Map.of("WORKER_HEARTBEAT", "0")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("WORKER_HEARTBEAT");
  }

  @Test
  void anAddressThatIsSetIsAdvertised() {
    assertThat(
            read(Map.of("HOST", "0.0.0.0", "ADVERTISE_ADDRESS", "edge-7.example.org")).advertised())
        .isEqualTo("edge-7.example.org");
  }

  @Test
  void aWorkerOnAllAddressesAdvertisesTheOneTowardsItsCoordinator() {
    assertThat(read(Map.of("HOST", "0.0.0.0")).advertised()).isEqualTo("127.0.0.1");
  }

  @Test
  void aWorkerInfersUnlessToldNotTo() {
    assertThat(read(Map.of()).noOpDelay()).isEmpty();
    assertThat(read(Map.of("NOOP_DELAY_MS", "")).noOpDelay()).isEmpty();
    assertThat(read(Map.of("NOOP_DELAY_MS", "0")).noOpDelay()).contains(Duration.ZERO);
    assertThat(read(Map.of("NOOP_DELAY_MS", "60000")).noOpDelay()).contains(Duration.ofMinutes(1));
  }

  @Test
  void aWorkerThatInfersNothingHasAsManyPlacesAsCallers() {
    assertThat(read(Map.of("NOOP_DELAY_MS", "50", "INFER_CALLERS", "64")).maxInFlight())
        .isEqualTo(64);
  }

  @Test
  void aCameraInfers() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "NOOP_DELAY_MS", "50",
                        "CAMERA_SOURCE", "0",
                        "ADMIN_URL", "http://127.0.0.1:8001")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("NOOP_DELAY_MS=50 is not valid: ");
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 0",
    "PORT, nine",
    "CONFIDENCE_THRESHOLD, 2",
    "COORDINATOR_URL, here",
    "PROVIDER, gpu",
    "INFER_CALLERS, 0",
    "NOOP_DELAY_MS, -1",
    "NOOP_DELAY_MS, 60001",
    "NOOP_DELAY_MS, soon"
  })
  void aBadValueStopsTheStart(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("%s=%s is not valid: ".formatted(name, value));
  }
}
