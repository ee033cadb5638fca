package edgeai.common.alert;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Alert;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.settings.SettingReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
  private final AlertRules rules = rules(Map.of());

  private static AlertRules rules(Map<String, String> settings) {
    return new AlertRules(AlertLimits.read(new SettingReader(settings::get)));
  }

  private static Detection seen(String label, double confidence) {
    return new Detection(label, confidence, new Box(0, 0, 1, 1));
  }

  private static FrameResult frame(double ms, List<Detection> detections) {
    return new FrameResult(
        7,
        "w",
        detections,
        Detection.countByLabel(detections),
        ms,
        Instant.EPOCH,
        FrameResult.COMPLETED,
        "job",
        6L,
        240L,
        1,
        null);
  }

  private List<Alert> judge(String... labels) {
    List<Detection> detections = new ArrayList<>();
    for (String label : labels) {
      detections.add(seen(label, 0.9));
    }
    return rules.judge(frame(10, detections));
  }

  @Test
  void anOrdinaryFrameGivesNoCause() {
    assertThat(judge()).isEmpty();
    assertThat(judge("car", "person", "bicycle")).isEmpty();
    assertThat(judge("truck", "bus", "car")).isEmpty();
  }

  @Test
  void aPersonAndATruckAreCritical() {
    Alert alert = judge("person", "truck").get(0);

    assertThat(alert.level()).isEqualTo(Alert.CRITICAL);
    assertThat(alert.alertLabels()).isEqualTo(List.of("person", "truck"));
    assertThat(alert.message()).isEqualTo("A person and a truck are in the same frame.");
    assertThat(alert.frameId()).isEqualTo(7);
    assertThat(alert.jobId()).isEqualTo("job");
    assertThat(alert.count()).isEqualTo(1);
  }

  @Test
  void aPersonWithABusAndATruckIsOneAlert() {
    assertThat(judge("person", "truck", "bus", "person"))
        .singleElement()
        .satisfies(
            alert -> assertThat(alert.alertLabels()).isEqualTo(List.of("person", "bus", "truck")));
  }

  @Test
  void eightVehiclesAreACongestion() {
    assertThat(judge(Collections.nCopies(7, "car").toArray(String[]::new))).isEmpty();

    Alert alert = judge("car", "car", "car", "car", "truck", "bus", "motorcycle", "bicycle").get(0);
    assertThat(alert.level()).isEqualTo(Alert.WARNING);
    assertThat(alert.alertLabels())
        .isEqualTo(List.of("bicycle", "bus", "car", "motorcycle", "truck"));
    assertThat(alert.message()).isEqualTo("8 vehicles are in one frame.");
  }

  @Test
  void inferenceSlowerThanHalfASecondIsSlow() {
    assertThat(rules.judge(frame(500, List.of()))).isEmpty();
    assertThat(rules.judge(frame(500.1, List.of())))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.level()).isEqualTo(Alert.WARNING);
              assertThat(alert.alertLabels()).isEqualTo(List.of("slow_inference"));
              assertThat(alert.message()).isEqualTo("Inference took 500 ms on worker w.");
            });
  }

  @Test
  void oneFrameMayGiveSeveralCauses() {
    List<Detection> crowd = new ArrayList<>(Collections.nCopies(8, seen("bus", 0.9)));
    crowd.add(seen("person", 0.9));

    assertThat(rules.judge(frame(9_000, crowd)))
        .extracting(Alert::level)
        .isEqualTo(List.of(Alert.CRITICAL, Alert.WARNING, Alert.WARNING));
  }

  @Test
  void anAlertShowsWhatIsSure() {
    List<Detection> detections = List.of(seen("person", 0.75), seen("truck", 0.74));

    assertThat(rules.judge(frame(10, detections)).get(0).detections())
        .isEqualTo(List.of(seen("person", 0.75)));
  }

  @Test
  void theLimitsAreSettings() {
    AlertRules strict =
        rules(Map.of("ALERT_CONGESTION_THRESHOLD", "1", "ALERT_SLOW_INFERENCE_MS", "5"));

    assertThat(strict.judge(frame(6, List.of(seen("car", 0.9))))).hasSize(2);
  }

  @Test
  void aSightingIsOfAPersonOrAVehicleThatIsSureEnough() {
    List<Detection> detections =
        List.of(
            seen("person", 0.75),
            seen("car", 0.9),
            seen("car", 0.8),
            seen("bus", 0.7),
            seen("dog", 0.99));

    assertThat(rules.sighting(frame(10, detections)))
        .hasValueSatisfying(
            alert -> {
              assertThat(alert.level()).isEqualTo(Alert.INFO);
              assertThat(alert.alertLabels()).containsExactly("car", "person");
              assertThat(alert.message())
                  .isEqualTo("In the frame: car, person (confidence 0.75 or more).");
            });
    assertThat(rules.sighting(frame(10, List.of(seen("bus", 0.74), seen("dog", 0.9))))).isEmpty();
  }
}
