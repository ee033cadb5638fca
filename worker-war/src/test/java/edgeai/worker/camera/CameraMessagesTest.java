package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraMessagesTest {
  private static final Instant TIME = Instant.parse("2026-11-22T10:15:30.123Z");

  private final CameraMessages messages = new CameraMessages("gate-7");

  private static JsonInput read(String json) {
    return JsonInput.parse(Body.of(json));
  }

  @Test
  void aDetectionSaysWhatTheFrameShows() {
    String json = messages.detection(TIME, new TreeMap<>(Map.of("car", 2, "bus", 1)));

    assertThat(json)
        .contains("\"camera_id\":\"gate-7\"")
        .contains("\"timestamp\":\"2026-11-22T10:15:30.123Z\"")
        .contains("\"detected_vehicles\":3")
        .contains("\"vehicle_types\":[\"bus\",\"car\"]")
        .contains("\"object_counts\":{\"bus\":1,\"car\":2}")
        .doesNotContain("\n")
        .doesNotContain("\t");
    assertThat(read(json).text("event_id")).matches("[0-9a-f-]{36}");
  }

  @Test
  void noTwoEventsShareAnId() {
    String one = messages.detection(TIME, Map.of("car", 1));
    String two = messages.detection(TIME, Map.of("car", 1));

    assertThat(read(one).text("event_id")).isNotEqualTo(read(two).text("event_id"));
  }

  @Test
  void anAlertSaysWhatHappened() {
    String json =
        messages.alert(
            new Alert(
                "w",
                7,
                TIME,
                List.of(),
                List.of("person", "truck"),
                "critical",
                "Look!",
                1,
                7,
                7,
                null));

    assertThat(json)
        .contains("\"worker_id\":\"w\"")
        .contains("\"frame_id\":7")
        .contains("\"alert_labels\":[\"person\",\"truck\"]")
        .contains("\"level\":\"critical\"")
        .contains("\"message\":\"Look!\"");
  }

  @ParameterizedTest
  @EnumSource
  void aCommandForThisCameraIsUnderstood(CameraCommand command) {
    assertThat(
            messages.command(
                """
                {"type": "control", "data": {"camera_id": "gate-7", "command": "%s"}}\
                """
                    .formatted(command.word())))
        .contains(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"control\",\"data\":{\"camera_id\":\"gate-8\",\"command\":\"stop\"}}",
        "{\"type\":\"control\",\"data\":{\"camera_id\":\"gate-7\",\"command\":\"explode\"}}",
        "{\"type\":\"detection\",\"data\":{\"camera_id\":\"gate-7\",\"command\":\"stop\"}}",
        "{\"type\":\"control\",\"data\":{\"camera_id\":7,\"command\":\"stop\"}}",
        "{\"type\":\"control\",\"data\":[]}",
        "{\"type\":\"control\"",
        "\"control\"",
        "",
        "null"
      })
  void nothingElseIsACommand(String message) {
    assertThat(messages.command(message)).isEmpty();
  }

  @Test
  void anAcknowledgementNamesCameraCommandAndState() {
    assertThat(messages.acknowledgement(CameraCommand.STOP, CameraState.STOPPED))
        .isEqualTo(
            "{\"type\":\"ack\",\"data\":{\"camera_id\":\"gate-7\",\"command\":\"stop\","
                + "\"state\":\"stopped\"}}");
  }
}
