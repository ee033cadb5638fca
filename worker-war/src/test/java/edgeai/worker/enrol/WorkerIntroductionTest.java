package edgeai.worker.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.door.OwnSecret;
import edgeai.common.vision.ModelCard;
import edgeai.settings.SettingReader;
import edgeai.worker.settings.WorkerSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerIntroductionTest {
  private static final OwnSecret SECRET = new OwnSecret();

  private static final String SHA256 = "ab".repeat(32);

  private static WorkerSettings settings(String workerId) {
    Map<String, String> values =
        Map.of("WORKER_ID", workerId, "INFER_CALLERS", "3", "ADVERTISE_ADDRESS", "10.0.0.7");
    return WorkerSettings.read(new SettingReader(values::get));
  }

  private static JsonObject said(String note) {
    ModelCard card =
        new ModelCard("yolo", SHA256, List.of("car"), 640, 640, "CPU", null, null, 0.4, note);
    String json = WorkerIntroduction.json(settings("pi"), SECRET, card);
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  @Test
  void itSaysWhatTheContractAsksFor() {
    JsonObject said = said(null);

    assertThat(said.getString("worker_id")).isEqualTo("pi");
    assertThat(said.getString("ip_address")).isEqualTo("10.0.0.7");
    assertThat(said.getString("hostname")).isNotBlank();
    assertThat(said.getInt("port")).isEqualTo(9001);
    assertThat(said.getJsonArray("capabilities").getString(0)).isEqualTo("yolov8n");
  }

  @Test
  void itSaysWhatThisProjectAdds() {
    JsonObject said = said(null);

    assertThat(said.getJsonArray("accepts").getValuesAs(JsonString::getString))
        .containsExactly("image/jpeg", "image/jpeg;tiles", "application/vnd.edge.piece");
    assertThat(said.getString("model_sha256")).isEqualTo(SHA256);
    assertThat(said.getString("model")).isEqualTo("yolo");
    assertThat(said.getString("provider")).isEqualTo("CPU");
    assertThat(said.getInt("max_in_flight")).isEqualTo(4);
    assertThat(said.getString("frame_token")).isEqualTo(SECRET.text());
    assertThat(said).doesNotContainKey("note");
  }

  @Test
  void aRemarkIsPassedOn() {
    assertThat(said("no CUDA device").getString("note")).isEqualTo("no CUDA device");
  }

  @Test
  void anIdIsSafeInAPath() {
    assertThat(WorkerIntroduction.path(settings("a b/c?d%")))
        .isEqualTo("/workers/a%20b%2Fc%3Fd%25");
    assertThat(WorkerIntroduction.heartbeatPath(settings("ü"))).isEqualTo("/heartbeat/%C3%BC");
  }

  @Test
  void theReasonOfARefusalIsHeard() {
    assertThat(WorkerIntroduction.noteOf("{\"data\":{\"refusal\":\"another model\"}}"))
        .contains("another model");
    assertThat(WorkerIntroduction.noteOf("{\"data\":{\"refusal\":null}}")).isEmpty();
    assertThat(WorkerIntroduction.noteOf("{\"data\":{}}")).isEmpty();
  }

  @Test
  void withoutAModelItAsksForNoFramesAndSaysWhy() {
    String json = WorkerIntroduction.withoutModel(settings("pi"), SECRET, "it does not run here");

    try (var reader = Json.createReader(new StringReader(json))) {
      JsonObject said = reader.readObject();
      assertThat(said.getJsonArray("capabilities")).isEmpty();
      assertThat(said).doesNotContainKeys("model", "model_sha256", "provider");
      assertThat(said.getString("note")).isEqualTo("it does not run here");
    }
  }
}
