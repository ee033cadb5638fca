package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.metrics.LatencyWindow;
import edgeai.common.wire.Box;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonOutputTest {
  private static JsonObject written(Object value) {
    try (var reader = Json.createReader(new StringReader(JsonOutput.write(value)))) {
      return reader.readObject();
    }
  }

  private static FrameResult pending(List<Detection> detections, Instant receivedAt) {
    return new FrameResult(
        7,
        "w",
        detections,
        Detection.countByLabel(detections),
        12.5,
        receivedAt,
        FrameResult.PENDING,
        null,
        null,
        null,
        1,
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "workerId, worker_id",
    "p95Ms, p95_ms",
    "x1, x1",
    "avgMs, avg_ms",
    "totalFramesProcessed, total_frames_processed",
    "modelSha256, model_sha256",
    "ok, ok",
    "aB, a_b"
  })
  void namesAreSnakeCaseAndADigitStartsNoWord(String name, String expected) {
    assertThat(JsonOutput.snakeCase(name)).isEqualTo(expected);
  }

  @Test
  void everyFieldIsPresentAndEmptyOnesAreNull() {
    assertThat(written(pending(List.of(), null)))
        .containsOnlyKeys(
            "frame_id",
            "worker_id",
            "detections",
            "object_counts",
            "processing_time_ms",
            "received_at",
            "status",
            "job_id",
            "frame_index",
            "media_time_ms",
            "attempts",
            "error",
            "width",
            "height",
            "reused_from",
            "change",
            "attempt_log")
        .containsEntry("received_at", JsonValue.NULL)
        .containsEntry("job_id", JsonValue.NULL)
        .containsEntry("error", JsonValue.NULL);
  }

  @Test
  void theLatencyIsWrittenAsTheContractHasIt() {
    assertThat(written(new LatencyWindow.Snapshot(1.5, 2, 3)))
        .containsOnlyKeys("avg_ms", "p95_ms", "samples");
  }

  @Test
  void anInstantIsIso8601InUtc() {
    Instant at = Instant.parse("2026-11-22T10:15:30.123Z");

    assertThat(written(pending(List.of(), at)).getString("received_at"))
        .isEqualTo("2026-11-22T10:15:30.123Z");
  }

  @Test
  void nestedRecordsKeepTheirNumbers() {
    Detection car = new Detection("car", 0.91, new Box(1, 2, 3, 4));

    JsonObject item =
        written(pending(List.of(car), null)).getJsonArray("detections").getJsonObject(0);

    assertThat(item.getString("label")).isEqualTo("car");
    assertThat(item.getJsonNumber("confidence").doubleValue()).isEqualTo(0.91);
    assertThat(item.getJsonObject("box").toString())
        .isEqualTo("{\"x1\":1,\"x2\":3,\"y1\":2,\"y2\":4}");
  }

  @Test
  void keysOfAMapStayAsTheyAre() {
    JsonObject counts =
        written(Confirmation.With.of("m", Map.of("trafficLight", 2, "traffic light", 1)))
            .getJsonObject("data");

    assertThat(counts.getInt("trafficLight")).isEqualTo(2);
    assertThat(counts.getInt("traffic light")).isEqualTo(1);
  }

  @Test
  void listsMayNest() {
    assertThat(JsonOutput.write(List.of(List.of(1, 2), List.of("a")))).isEqualTo("[[1,2],[\"a\"]]");
  }

  @Test
  void textIsEscaped() {
    assertThat(JsonOutput.write(List.of("a\"b\\c\nd🚗"))).isEqualTo("[\"a\\\"b\\\\c\\nd🚗\"]");
  }

  @Test
  void everyServerWritesTheSameWay() {
    assertThat(new JsonOutput().getContext(Object.class).toJson(Confirmation.of("done")))
        .isEqualTo(JsonOutput.write(Confirmation.of("done")))
        .isEqualTo("{\"message\":\"done\",\"success\":true}");
  }
}
