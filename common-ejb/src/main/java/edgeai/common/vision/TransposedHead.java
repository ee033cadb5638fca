package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@link YoloV8} reads, anchor by anchor: {@code [anchors, 4 + classes]} floats.
 *
 * @param classes scores of an anchor
 * @param anchors rows
 * @param iou boxes of one class that overlap by more are one object
 */
record TransposedHead(int classes, int anchors, double iou) implements Head {

  static final Layout LAYOUT = Layout.ofFirstOutput("yolov8-transposed", TransposedHead::read);

  private static Optional<Reading> read(Specimen specimen) {
    int anchors = specimen.rows();
    return specimen
        .labels()
        .forRows(specimen.columns() - YoloV8.BOX_ROWS)
        .map(
            names ->
                new Reading(
                    new TransposedHead(names.size(), anchors, specimen.iou()),
                    names,
                    Reading.Evidence.ofPlaces(specimen.anchors().isOfOne(anchors))));
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    FloatBuffer output = outputs.get(0);
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

  /** What a row is, if any of its scores is above the confidence; else null. */
  static Candidate best(float[] row, float confidence) {
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
  public void show(List<FloatBuffer> outputs, HeadProof proof) {
    FloatBuffer output = outputs.get(0);
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
}
