package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpinionMatchTest {
  private static Detection at(String label, double confidence, int x, int y) {
    return new Detection(label, confidence, new Box(x, y, x + 100, y + 50));
  }

  private static OpinionMatch of(List<Detection> first, List<Detection> second) {
    return OpinionMatch.of(first, second, 0.4);
  }

  private static final List<Detection> SEEN =
      List.of(at("car", 0.9, 0, 0), at("car", 0.7, 300, 0), at("person", 0.65, 600, 200));

  @Test
  void theSameIsTheSame() {
    assertThat(of(SEEN, SEEN).isGood()).isTrue();
    assertThat(of(List.of(), List.of()).isGood()).isTrue();
  }

  /** As a GPU, half precision or another decoder of JPEG has it. */
  @Test
  void whatMovesByAFewPixelsAndPointsIsTheSame() {
    List<Detection> elsewhere = new ArrayList<>();
    for (Detection seen : SEEN) {
      elsewhere.add(at(seen.label(), seen.confidence() - 0.15, seen.box().x1() + 12, 6));
    }
    elsewhere.set(2, at("person", 0.5, 606, 204));
    Collections.reverse(elsewhere);

    assertThat(of(elsewhere, SEEN).isGood()).isTrue();
    assertThat(of(SEEN, elsewhere).isGood()).isTrue();
  }

  @Test
  void whatNobodyIsSureOfMayComeAndGo() {
    List<Detection> more = new ArrayList<>(SEEN);
    more.add(at("dog", 0.59, 10, 300));
    more.add(at("bird", 0.41, 200, 300));

    assertThat(of(more, SEEN).isGood()).isTrue();
    assertThat(of(SEEN, more).isGood()).isTrue();
  }

  @Test
  void whoFindsNothingWhereThereIsSomethingDisagrees() {
    assertThat(of(List.of(), SEEN).isGood()).isFalse();
    assertThat(of(List.of(), List.of(at("car", 0.7, 0, 0))).isGood()).isFalse();
  }

  @Test
  void whoMakesThingsUpDisagrees() {
    assertThat(of(List.of(at("car", 0.9, 0, 0)), List.of()).isGood()).isFalse();
    assertThat(of(List.of(at("truck", 0.9, 0, 0)), List.of(at("car", 0.9, 0, 0))).isGood())
        .isFalse();
    assertThat(of(List.of(at("car", 0.9, 100, 0)), List.of(at("car", 0.9, 0, 0))).isGood())
        .isFalse();
  }

  @Test
  void oneOfManyMayDiffer() {
    List<Detection> many = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      many.add(at("car", 0.9, i * 150, 0));
    }

    assertThat(of(many.subList(0, 7), many).isGood()).isTrue();
    assertThat(of(many.subList(0, 4), many).isGood()).isFalse();
  }

  @Test
  void labelsWithoutAPlaceAreHeldAgainstLabels() {
    Detection somewhere = new Detection("car", 1, new Box(0, 0, 0, 0));

    assertThat(of(List.of(somewhere), List.of(at("car", 0.8, 40, 40))).isGood()).isTrue();
    assertThat(of(List.of(somewhere), List.of(at("dog", 0.8, 40, 40))).isGood()).isFalse();
  }

  @Test
  void aJobThatAsksForMoreIsHeldToMore() {
    List<Detection> sure = List.of(at("car", 0.85, 0, 0));

    assertThat(OpinionMatch.of(List.of(), sure, 0.8).isGood()).isTrue();
    assertThat(OpinionMatch.of(List.of(), List.of(at("car", 1, 0, 0)), 0.8).isGood()).isFalse();
  }

  @Test
  void itsSentenceHasNumbersAndNoWordsOfAWorker() {
    OpinionMatch bad = of(List.of(at("call 555 now", 0.9, 0, 0)), SEEN);

    assertThat(bad.sentence(7, "coordinator-local"))
        .isEqualTo(
            "missed 3 of 3 objects that coordinator-local is sure of in frame 7, and is sure of 1"
                + " that coordinator-local does not see");
  }
}
