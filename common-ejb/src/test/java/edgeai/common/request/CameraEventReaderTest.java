package edgeai.common.request;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.CameraEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraEventReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private static CameraEvent read(String more) {
    String start =
        "{\"camera_id\":\"a\",\"timestamp\":\"2026-11-22T10:15:30\",\"detected_vehicles\":9";
    return CameraEventReader.read(JsonInput.parse(Body.of(start + more + "}")), NOW).said();
  }

  @Test
  void defaultsAreFilledIn() {
    assertThat(read(",\"vehicle_types\":[\"car\"],\"x\":1"))
        .isEqualTo(
            new CameraEvent(
                "a", Instant.parse("2026-11-22T10:15:30Z"), 9, List.of("car"), Map.of(), null));
  }

  @Test
  void whatANodeMeansIsTaken() {
    Reported<CameraEvent> detection =
        CameraEventReader.read(
            JsonInput.parse(
                Body.of(
                    """
                    {"camera_id": 7, "timestamp": "around noon", "detected_vehicles": "2",
                     "vehicle_types": ["car"], "object_counts": {"car": "2", "bus": 1.0},
                     "event_id": null}
                    """)),
            NOW);

    assertThat(detection)
        .isEqualTo(
            new Reported<>(
                new CameraEvent("7", NOW, 2, List.of("car"), Map.of("car", 2L, "bus", 1L), null),
                "around noon"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "true", "null", "\"many\"", "2147483648"})
  void aCountThatIsNoneIsRefused(String count) {
    assertThat(
            Problems.of(
                    () ->
                        read(
                            ",\"vehicle_types\":[],\"object_counts\":{\"car\":%s}"
                                .formatted(count)))
                .detail())
        .contains("object_counts.car");
  }

  @Test
  void countsDecideWhereThereAreAny() {
    CameraEvent detection =
        read(",\"vehicle_types\":[\"car\",\"bus\"],\"object_counts\":{\"car\":3,\"van\":0}");

    assertThat(detection.counted()).isEqualTo(Map.of("car", 3L));
    assertThat(detection.objectCounts()).isEqualTo(Map.of("car", 3L, "van", 0L));
  }

  @Test
  void countsOfZeroCountNothing() {
    assertThat(read(",\"vehicle_types\":[\"car\"],\"object_counts\":{\"car\":0}").counted())
        .isEmpty();
  }

  @Test
  void typesDecideElse() {
    assertThat(read(",\"vehicle_types\":[\"car\",\"bus\",\"car\"],\"object_counts\":{}").counted())
        .isEqualTo(Map.of("car", 2L, "bus", 1L));
  }

  @Test
  void anEventIdIsAUuidInAnyCase() {
    UUID id = UUID.randomUUID();

    assertThat(read(",\"vehicle_types\":[],\"event_id\":\"%S\"".formatted(id)).eventId())
        .isEqualTo(id);
    assertThat(read(",\"vehicle_types\":[],\"event_id\":null").eventId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201})
  void differentLabelsAreBounded(int labels) {
    String types =
        IntStream.range(0, labels)
            .mapToObj("\"l%d\""::formatted)
            .collect(Collectors.joining(",", ",\"vehicle_types\":[", "]"));
    if (labels <= 200) {
      assertThat(read(types).counted()).hasSize(labels);
    } else {
      assertThat(Problems.of(() -> read(types)).detail()).contains("vehicle_types", "200");
    }
  }
}
