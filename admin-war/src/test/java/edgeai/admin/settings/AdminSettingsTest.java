package edgeai.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.settings.InvalidSettingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminSettingsTest {
  @Test
  void theDefaultsAreThoseOfTheContract() {
    AdminSettings settings = AdminTestSettings.with();

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8001);
    assertThat(settings.silence()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.events().retention()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void halfSecondsCount() {
    assertThat(AdminTestSettings.with("CAMERA_HEARTBEAT_TIMEOUT", "2.5").silence())
        .isEqualTo(Duration.ofMillis(2_500));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 0",
    "PORT, http",
    "CAMERA_HEARTBEAT_TIMEOUT, 0",
    "CAMERA_HEARTBEAT_TIMEOUT, -1",
    "CAMERA_HEARTBEAT_TIMEOUT, soon",
    "MAX_CAMERAS, 0",
    "MAX_WEBSOCKET_CLIENTS, 0",
    "EVENT_RETENTION_DAYS, 0",
    "EVENT_RETENTION_DAYS, 1.5",
    "MAX_EVENTS, 10"
  })
  void aBadValueIsNamed(String name, String value) {
    assertThatThrownBy(() -> AdminTestSettings.with(name, value))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(name + "=" + value + " ");
  }
}
