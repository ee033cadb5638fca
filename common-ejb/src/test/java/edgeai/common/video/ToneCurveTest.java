package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneCurveTest {
  @Test
  void aPictureWithinSdrStaysAsItIs() {
    ToneCurve curve = new ToneCurve(0.7);
    assertThat(curve.untouched()).isCloseTo(1, within(1e-6));
    for (double light = 0; light < 1; light += 0.05) {
      assertThat(curve.gain(light)).isEqualTo(1);
    }
    assertThat(curve.gain(4) * 4).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.01, 2, 4.93, 20, 49})
  void lightAscendsToWhiteAndDarkStaysAsItIs(double peak) {
    ToneCurve curve = new ToneCurve(peak);
    double last = 0;
    for (double light = peak / 1000; light <= peak; light += peak / 1000) {
      double mapped = light * curve.gain(light);
      assertThat(mapped).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(1 + 1e-9);
      if (light <= curve.untouched()) {
        assertThat(mapped).isCloseTo(light, within(1e-9));
      }
      last = mapped;
    }
    assertThat(last).isCloseTo(1, within(0.01));
  }
}
