package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CocoClassesTest {

  @Test
  void eightyOfNinetyIdsAreInUse() {
    assertThat(CocoClasses.ids())
        .hasSize(80)
        .isSorted()
        .startsWith(1, 2, 3)
        .endsWith(89, 90)
        .doesNotContain(0, 12, 26, 29, 30, 45, 66, 68, 69, 71, 83);
    assertThat(CocoClasses.largestId()).isEqualTo(90);
  }

  @Test
  void namesAreWrittenAsADictionaryOfPython() {
    assertThat(CocoClasses.literal())
        .startsWith(
            "{0: 'person', 1: 'bicycle', 2: 'car', 3: 'motorcycle', 4: 'airplane', 5: 'bus'")
        .contains("10: 'fire hydrant', 11: 'stop sign'", "38: 'tennis racket'", "62: 'tv'")
        .endsWith("78: 'hair drier', 79: 'toothbrush'}");
  }
}
