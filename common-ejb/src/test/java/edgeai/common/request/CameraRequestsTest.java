package edgeai.common.request;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.CameraAlert;
import edgeai.common.wire.CameraEvent;
import edgeai.common.wire.CameraRegistration;
import edgeai.common.wire.CameraReport;
import edgeai.common.wire.CommandObeyed;
import edgeai.common.wire.CommandRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one side writes is what the other reads. */
class CameraRequestsTest {
  private static final Instant TIME = Instant.parse("2026-11-22T10:15:30.123456789Z");
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000007");

  private static JsonInput in(String json) {
    return JsonInput.parse(Body.of(json));
  }

  @Test
  void anEventIsReadAsItWasWritten() {
    CameraEvent event =
        CameraEvent.of("gäte 7", TIME, new TreeMap<>(Map.of("car", 2, "bus", 1)), ID);
    String json = Requests.write(event);

    assertThat(json)
        .contains("\"camera_id\":\"gäte 7\"", "\"timestamp\":\"2026-11-22T10:15:30.123456789Z\"")
        .contains("\"detected_vehicles\":3", "\"vehicle_types\":[\"bus\",\"car\"]")
        .contains("\"object_counts\":{\"bus\":1,\"car\":2}", "\"event_id\":\"" + ID + "\"")
        .doesNotContain("\n", "\t");
    assertThat(CameraEventReader.read(in(json), NOW)).isEqualTo(new Reported<>(event, null));
  }

  @Test
  void anAlertIsReadAsItWasWritten() {
    CameraAlert alert =
        new CameraAlert(
            "gate-7", "w", 7, TIME, List.of("person", "truck"), "critical", "Look!\tThere", ID);
    String json = Requests.write(alert);

    assertThat(json)
        .contains("\"worker_id\":\"w\"", "\"frame_id\":7", "\"level\":\"critical\"")
        .contains("\"alert_labels\":[\"person\",\"truck\"]")
        .doesNotContain("\n", "\t");
    assertThat(CameraAlertReader.posted(in(json), NOW)).isEqualTo(new Reported<>(alert, null));
  }

  @Test
  void aRegistrationIsReadAsItWasWritten() {
    CameraRegistration told =
        new CameraRegistration("c", "h", "10.0.0.1", new CameraReport("running", "it ended"));
    CameraRegistration silent = new CameraRegistration("c", "h", "10.0.0.1", CameraReport.NOTHING);

    assertThat(CameraReader.registration(in(Requests.write(told)))).isEqualTo(told);
    assertThat(CameraReader.registration(in(Requests.write(silent)))).isEqualTo(silent);
    assertThat(Requests.write(silent)).doesNotContain("state", "trouble");
  }

  @Test
  void aReportIsReadAsItWasWritten() {
    CameraReport well = new CameraReport("stopped", null);

    assertThat(CameraReader.report(Body.of(Requests.write(well)))).contains(well);
    assertThat(CameraReader.report(Body.of(Requests.write(CameraReport.NOTHING)))).isEmpty();
  }

  @Test
  void aCommandAndItsAcknowledgementAreReadAsTheyWereWritten() {
    CommandRequest command = new CommandRequest("gate-7", "stop");
    CommandObeyed obeyed = new CommandObeyed("gate-7", "stop", "stopped");
    String said = Requests.write(CommandReader.message(command));
    String answered = Requests.write(CommandReader.message(obeyed));

    assertThat(CommandReader.request(in(Requests.write(command)))).isEqualTo(command);
    assertThat(CommandReader.requestIn(said)).contains(command);
    assertThat(CommandReader.obeyedIn(answered)).contains(obeyed);
    assertThat(CommandReader.requestIn(answered)).isEmpty();
    assertThat(CommandReader.obeyedIn(said)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "ack",
        "{\"type\":\"ack\"",
        "{\"type\":\"ack\",\"data\":[]}",
        "{\"type\":[\"ack\"],\"data\":{}}",
        "{\"type\":\"ack\",\"data\":{\"camera_id\":\"a\",\"command\":\"stop\"}}"
      })
  void nothingElseIsAnAcknowledgement(String message) {
    assertThat(CommandReader.obeyedIn(message)).isEmpty();
  }
}
