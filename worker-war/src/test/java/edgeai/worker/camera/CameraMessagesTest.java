package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraMessagesTest {
  private final CameraMessages messages = new CameraMessages("gate-7");

  @ParameterizedTest
  @EnumSource
  void aCommandForThisCameraIsUnderstood(RemoteCommand command) {
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
    assertThat(messages.acknowledgement(RemoteCommand.STOP, CameraState.STOPPED))
        .isEqualTo(
            "{\"data\":{\"camera_id\":\"gate-7\",\"command\":\"stop\","
                + "\"state\":\"stopped\"},\"type\":\"ack\"}");
  }
}
