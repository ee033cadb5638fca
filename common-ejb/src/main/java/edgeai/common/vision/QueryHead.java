package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of RT-DETR as Ultralytics exports it: {@code [queries, 4 + classes]} floats, a row
 * centre, width and height in fractions of the input, and a score for each class. A query stands
 * for one object, so nothing is suppressed.
 *
 * @param classes scores in a row
 * @param queries rows
 * @param width of the input in pixels
 * @param height of the input in pixels
 */
record QueryHead(int classes, int queries, int width, int height) implements Head {

  static final Layout LAYOUT = Layout.ofFirstOutput("rt-detr", QueryHead::read);

  /** More rows than this are places, of which several see the same object. */
  static final int MOST_QUERIES = 1000;

  private static Optional<Reading> read(Specimen specimen) {
    int queries = specimen.rows();
    if (queries > MOST_QUERIES
        || specimen.anchors().isOfOne(queries)
        || RankedQueryHead.isCertain(specimen)) {
      return Optional.empty();
    }
    ModelSignature signature = specimen.signature();
    return specimen
        .labels()
        .forRows(specimen.columns() - YoloV8.BOX_ROWS)
        .map(
            names ->
                new Reading(
                    new QueryHead(names.size(), queries, signature.width(), signature.height()),
                    names,
                    Reading.Evidence.FRACTIONS));
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    FloatBuffer output = outputs.get(0);
    List<Candidate> found = new ArrayList<>();
    float[] row = new float[YoloV8.BOX_ROWS + classes];
    for (int query = 0; query < queries; query++) {
      output.get(query * row.length, row);
      Candidate candidate = TransposedHead.best(row, (float) confidence);
      if (candidate != null && candidate.hasFiniteBox()) {
        found.add(candidate.scaled(width, height));
      }
    }
    return Candidate.surest(found);
  }

  @Override
  public void show(List<FloatBuffer> outputs, HeadProof proof) {
    FloatBuffer output = outputs.get(0);
    int columns = YoloV8.BOX_ROWS + classes;
    for (int query = 0; query < queries; query++) {
      proof.place();
      for (int column = 0; column < columns; column++) {
        float value = output.get(query * columns + column);
        if (column < YoloV8.BOX_ROWS) {
          proof.fraction(value);
        } else {
          proof.score(column - YoloV8.BOX_ROWS, value);
        }
      }
    }
  }
}
