package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
  private final Tensor tensor = new Tensor(new int[] {2, 3}, new float[] {0, 1, 2, 10, 11, 12});

  @Test
  void turnsAxes() {
    Tensor turned = tensor.transposed(1, 0);

    assertThat(turned.shape()).containsExactly(3, 2);
    assertThat(turned.values()).containsExactly(0, 10, 1, 11, 2, 12);
    assertThat(turned.transposed(1, 0).values()).containsExactly(tensor.values());
  }

  @Test
  void turnsFourAxes() {
    float[] values = new float[2 * 3 * 4 * 5];
    for (int index = 0; index < values.length; index++) {
      values[index] = index;
    }
    Tensor turned = new Tensor(new int[] {2, 3, 4, 5}, values).transposed(3, 2, 0, 1);

    assertThat(turned.shape()).containsExactly(5, 4, 2, 3);
    // at [4][1][0][2] stands what stood at [0][2][1][4]
    assertThat(turned.values()[((4 * 4 + 1) * 2 + 0) * 3 + 2])
        .isEqualTo(((0 * 3 + 2) * 4 + 1) * 5 + 4);
  }

  @Test
  void picksPlacesOfTheLastAxis() {
    Tensor picked = tensor.picked(2, 0);

    assertThat(picked.shape()).containsExactly(2, 2);
    assertThat(picked.values()).containsExactly(2, 0, 12, 10);
  }

  @Test
  void hasAsManyValuesAsItsShapeSays() {
    assertThatThrownBy(() -> new Tensor(new int[] {2, 2}, new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(tensor::scalar).hasMessage("[2, 3] is no single number");
  }
}
