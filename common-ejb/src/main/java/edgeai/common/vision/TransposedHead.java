package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link YoloV8} reads, anchor by anchor: {@code [anchors, 4 + classes]} floats.
 *
 * @param classes scores of an anchor
 * @param anchors rows
 * @param iou boxes of one class that overlap by more are one object
 */
record TransposedHead(int classes, int anchors, double iou) implements Head {

  @Override
  public List<Candidate> objects(FloatBuffer output, double confidence) {
    List<Candidate> candidates = new ArrayList<>();
    float[] row = new float[YoloV8.BOX_ROWS + classes];
    for (int anchor = 0; anchor < anchors; anchor++) {
      output.get(anchor * row.length, row);
      Candidate candidate = best(row, (float) confidence);
      if (candidate != null && candidate.hasFiniteBox()) {
        candidates.add(candidate);
      }
    }
    return NonMaxSuppression.suppress(candidates, iou);
  }

  private static Candidate best(float[] row, float confidence) {
    int best = -1;
    float score = confidence;
    for (int column = YoloV8.BOX_ROWS; column < row.length; column++) {
      // false for NaN
      if (row[column] > score) {
        score = row[column];
        best = column - YoloV8.BOX_ROWS;
      }
    }
    return best < 0
        ? null
        : new Candidate(best, Math.min(score, 1), row[0], row[1], row[2], row[3]);
  }

  @Override
  public void show(FloatBuffer output, HeadProof proof) {
    int columns = YoloV8.BOX_ROWS + classes;
    for (int anchor = 0; anchor < anchors; anchor++) {
      proof.place();
      for (int column = 0; column < columns; column++) {
        float value = output.get(anchor * columns + column);
        if (column < YoloV8.BOX_ROWS) {
          proof.box(value);
        } else {
          proof.score(column - YoloV8.BOX_ROWS, value);
        }
      }
    }
  }

  @Override
  public boolean isOfAnyLength() {
    return false;
  }
}
