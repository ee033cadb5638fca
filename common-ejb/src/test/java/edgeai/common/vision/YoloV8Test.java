package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YoloV8Test {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 80})
  void noAnchorsMeanNoCandidates(int classes) {
    assertThat(YoloV8.decode(FloatBuffer.allocate(0), classes, 0, 0.4)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8400})
  void noClassesMeanNoCandidates(int anchors) {
    FloatBuffer head = FloatBuffer.allocate(4 * anchors);

    assertThat(YoloV8.decode(head, 0, anchors, 0)).isEmpty();
  }

  @Test
  void readsTheOnlyAnchor() {
    FloatBuffer head = FloatBuffer.wrap(new float[] {10, 20, 30, 40, 0.1f, 0.9f});

    assertThat(YoloV8.decode(head, 2, 1, 0.4))
        .containsExactly(new Candidate(1, 0.9f, 10, 20, 30, 40));
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "3, 17", "80, 8400", "700, 33"})
  void findsEveryAnchorAboveTheConfidenceInAnyShape(int classes, int anchors) {
    Random random = new Random(classes * 31L + anchors);
    float[] head = new float[(4 + classes) * anchors];
    for (int i = 0; i < head.length; i++) {
      head[i] = i < 4 * anchors ? random.nextFloat() * 640 : random.nextFloat();
    }

    List<Candidate> candidates = YoloV8.decode(FloatBuffer.wrap(head), classes, anchors, 0.9);

    int next = 0;
    for (int anchor = 0; anchor < anchors; anchor++) {
      int best = 0;
      for (int index = 1; index < classes; index++) {
        best =
            head[(4 + index) * anchors + anchor] > head[(4 + best) * anchors + anchor]
                ? index
                : best;
      }
      float score = head[(4 + best) * anchors + anchor];
      if (score > 0.9f) {
        assertThat(candidates.get(next++))
            .isEqualTo(
                new Candidate(
                    best,
                    score,
                    head[anchor],
                    head[anchors + anchor],
                    head[2 * anchors + anchor],
                    head[3 * anchors + anchor]));
      }
    }
    assertThat(candidates).hasSize(next);
  }

  @Test
  void aScoreMustBeAboveTheConfidence() {
    assertThat(YoloV8.decode(oneClass(0.5f), 1, 1, 0.5)).isEmpty();
    assertThat(YoloV8.decode(oneClass(0.5f), 1, 1, 0.499)).hasSize(1);
    assertThat(YoloV8.decode(oneClass(0), 1, 1, 0)).isEmpty();
  }

  @Test
  void whatIsNoNumberCountsAsNothing() {
    assertThat(YoloV8.decode(oneClass(Float.NaN), 1, 1, 0.4)).isEmpty();
    for (int row = 0; row < 4; row++) {
      FloatBuffer head = oneClass(0.9f);
      head.put(row, row % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY);
      assertThat(YoloV8.decode(head, 1, 1, 0.4)).isEmpty();
    }
  }

  @Test
  void noScoreIsAboveOne() {
    assertThat(YoloV8.decode(oneClass(1.5f), 1, 1, 0.4).get(0).score()).isEqualTo(1);
  }

  @Test
  void leavesTheBufferAsItWas() {
    FloatBuffer head = oneClass(0.9f);

    YoloV8.decode(head, 1, 1, 0.4);

    assertThat(head.position()).isZero();
    assertThat(head.remaining()).isEqualTo(5);
  }

  private static FloatBuffer oneClass(float score) {
    return FloatBuffer.wrap(new float[] {10, 20, 30, 40, score});
  }
}
