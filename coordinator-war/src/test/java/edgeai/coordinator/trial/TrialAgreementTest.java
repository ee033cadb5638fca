package edgeai.coordinator.trial;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialAgreementTest {
  private final TrialAgreement agreement = new TrialAgreement();

  private static Detection detection(String label, int left, double confidence) {
    return new Detection(label, confidence, new Box(left, 0, left + 100, 100));
  }

  @Test
  void whatIsTheSameAgreesAndNothingAgreesWithNothing() {
    assertThat(agreement.share()).isOne();
    agreement.add(List.of(), List.of());
    assertThat(agreement.share()).isOne();

    List<Detection> found = List.of(detection("car", 0, 0.9), detection("bus", 300, 0.5));
    agreement.add(found, found);

    assertThat(agreement.share()).isOne();
    assertThat(agreement.pictures()).isEqualTo(2);
  }

  @Test
  void anObjectThatOnlyOneFoundCountsAgainstBoth() {
    agreement.add(
        List.of(detection("car", 0, 0.9), detection("car", 300, 0.9)),
        List.of(detection("car", 5, 0.4)));

    assertThat(agreement.share()).isEqualTo(0.667);
  }

  @Test
  void anotherLabelOrAnotherPlaceIsAnotherObject() {
    agreement.add(List.of(detection("car", 0, 0.9)), List.of(detection("bus", 0, 0.9)));
    assertThat(agreement.share()).isZero();
    agreement.add(List.of(detection("car", 0, 0.9)), List.of(detection("car", 51, 0.9)));
    assertThat(agreement.share()).isZero();
    agreement.add(List.of(detection("car", 0, 0.9)), List.of(detection("Car", 20, 0.9)));
    assertThat(agreement.share()).isEqualTo(0.333);
  }

  @Test
  void anObjectIsMatchedOnce() {
    agreement.add(
        List.of(detection("car", 0, 0.9)),
        List.of(detection("car", 10, 0.9), detection("car", 0, 0.5)));

    assertThat(agreement.share()).isEqualTo(0.667);
  }
}
