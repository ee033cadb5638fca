package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamePaddingTest {

  @ParameterizedTest
  @CsvSource({
    "300, 3, 2, 150, 0, 1",
    "75, 3, 2, 38, 1, 1",
    "38, 3, 2, 19, 0, 1",
    "19, 3, 2, 10, 1, 1",
    "3, 3, 2, 2, 1, 1",
    "2, 3, 2, 1, 0, 1",
    "1, 3, 1, 1, 1, 1",
    "10, 3, 1, 10, 1, 1",
    "10, 4, 1, 10, 1, 2",
    "10, 1, 2, 5, 0, 0"
  })
  void padsAsTensorFlowDoes(int input, int kernel, int stride, int output, int before, int behind) {
    assertThat(SamePadding.of(input, kernel, stride))
        .isEqualTo(new SamePadding(output, before, behind));
  }

  @Test
  void withoutPaddingWhatDoesNotFitIsLeftOut() {
    assertThat(SamePadding.none(10, 3, 2)).isEqualTo(new SamePadding(4, 0, 0));
  }

  @Test
  void onnxWantsWhatComesBeforeOfAllAxesFirst() {
    assertThat(SamePadding.pads(List.of(new SamePadding(5, 0, 1), new SamePadding(5, 2, 3))))
        .containsExactly(0, 2, 1, 3);
  }
}
