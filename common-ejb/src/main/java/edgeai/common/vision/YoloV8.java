package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The detection head of YOLOv5u, v8, v9, v11 and v12: {@code [4 + classes, anchors]} floats, row by
 * row. Rows 0 to 3 are centre x, centre y, width and height in input pixels, each further row is
 * one class's score, 0 to 1, no sigmoid needed (Ultralytics' export).
 *
 * @param classes rows of scores
 * @param anchors numbers in a row
 * @param iou boxes of one class that overlap by more are one object
 */
record YoloV8(int classes, int anchors, double iou) implements Head {

  /** Rows before the first class. */
  static final int BOX_ROWS = 4;

  static final Layout LAYOUT = Layout.ofFirstOutput("yolov8", YoloV8::read);

  private static Optional<Reading> read(Specimen specimen) {
    int anchors = specimen.columns();
    int classes = specimen.rows() - BOX_ROWS;
    AnchorCount count = specimen.anchors();
    if (specimen.labels().isEmpty()) {
      return specimen.signature().outputs().size() == 1 && count.isPlain(specimen.rows(), anchors)
          ? Optional.of(reading(specimen, anchors, ClassNames.numbered(classes)))
          : Optional.empty();
    }
    return specimen.labels().forRows(classes).map(names -> reading(specimen, anchors, names));
  }

  private static Reading reading(Specimen specimen, int anchors, List<String> names) {
    return new Reading(
        new YoloV8(names.size(), anchors, specimen.iou()),
        names,
        Reading.Evidence.ofPlaces(specimen.anchors().isOfOne(anchors)));
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    return NonMaxSuppression.suppress(decode(outputs.get(0), classes, anchors, confidence), iou);
  }

  @Override
  public void show(List<FloatBuffer> outputs, HeadProof proof) {
    FloatBuffer output = outputs.get(0);
    for (int anchor = 0; anchor < anchors; anchor++) {
      proof.place();
      for (int row = 0; row < BOX_ROWS; row++) {
        proof.box(output.get(row * anchors + anchor));
      }
      for (int index = 0; index < classes; index++) {
        proof.score(index, output.get((BOX_ROWS + index) * anchors + anchor));
      }
    }
  }

  /**
   * One candidate for every anchor whose best class scores above the confidence, in anchor order.
   * Scores and boxes that are not numbers count as nothing.
   *
   * @param head at least {@code (4 + classes) * anchors} floats from index 0; position and limit
   *     stay as they are
   */
  static List<Candidate> decode(FloatBuffer head, int classes, int anchors, double confidence) {
    float[] best = new float[anchors];
    int[] bestClass = new int[anchors];
    Arrays.fill(best, (float) confidence);
    Arrays.fill(bestClass, -1);
    float[] scores = new float[anchors];
    for (int index = 0; index < classes; index++) {
      head.get((BOX_ROWS + index) * anchors, scores);
      for (int anchor = 0; anchor < anchors; anchor++) {
        // false for NaN
        if (scores[anchor] > best[anchor]) {
          best[anchor] = scores[anchor];
          bestClass[anchor] = index;
        }
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int anchor = 0; anchor < anchors; anchor++) {
      if (bestClass[anchor] >= 0) {
        Candidate candidate =
            new Candidate(
                bestClass[anchor],
                Math.min(best[anchor], 1),
                head.get(anchor),
                head.get(anchors + anchor),
                head.get(2 * anchors + anchor),
                head.get(3 * anchors + anchor));
        if (candidate.hasFiniteBox()) {
          candidates.add(candidate);
        }
      }
    }
    return candidates;
  }
}
