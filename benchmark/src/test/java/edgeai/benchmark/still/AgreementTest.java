package edgeai.benchmark.still;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private final Agreement agreement = new Agreement();

  private static Detection car(int left) {
    return new Detection("car", 0.9, new Box(left, 0, left + 100, 100));
  }

  @Test
  void nothingAgreesWithNothing() {
    agreement.add(List.of(), List.of());

    assertThat(agreement.score()).isEqualTo(1);
  }

  @Test
  void whatIsNearAndHasTheSameNameIsTheSame() {
    agreement.add(List.of(car(0), car(500)), List.of(car(520), car(10)));

    assertThat(agreement.score()).isEqualTo(1);
  }

  @Test
  void whatIsFarOrMissingOrOfAnotherNameIsNot() {
    agreement.add(List.of(car(0)), List.of(car(50)));
    agreement.add(List.of(car(0)), List.of());
    agreement.add(List.of(car(0)), List.of(new Detection("bus", 0.9, car(0).box())));
    agreement.add(List.of(car(0)), List.of(car(0)));

    assertThat(agreement.score()).isEqualTo(2.0 / 7);
  }

  @Test
  void aBoxIsTheSameAsOneOtherOnly() {
    agreement.add(List.of(car(0), car(5)), List.of(car(0)));

    assertThat(agreement.score()).isEqualTo(2.0 / 3);
  }
}
