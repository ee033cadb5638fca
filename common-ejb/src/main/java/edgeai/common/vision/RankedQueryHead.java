package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of RT-DETR as newer versions of Ultralytics export it: {@code [queries, 6]} floats, a
 * row centre, width and height in fractions of the input, the best score of all classes, and the
 * number of that class. Nothing is suppressed.
 *
 * @param classes that there are
 * @param queries rows
 * @param width of the input in pixels
 * @param height of the input in pixels
 */
record RankedQueryHead(int classes, int queries, int width, int height) implements Head {

  static final Layout LAYOUT = Layout.ofFirstOutput("rt-detr-ranked", RankedQueryHead::read);

  private static final int SCORE = 4;
  private static final int CLASS = 5;
  private static final int COLUMNS = 6;

  private static Optional<Reading> read(Specimen specimen) {
    if (specimen.rows() > QueryHead.MOST_QUERIES
        || specimen.labels().isEmpty()
        || !isRanked(specimen)) {
      return Optional.empty();
    }
    List<String> names = specimen.labels().byNumber();
    ModelSignature signature = specimen.signature();
    return Optional.of(
        new Reading(
            new RankedQueryHead(
                names.size(), specimen.rows(), signature.width(), signature.height()),
            names,
            Reading.Evidence.FRACTIONS));
  }

  /** Whether the scores of each answer fall from row to row, or at least never rise. */
  private static boolean isRanked(Specimen specimen) {
    return specimen.columns() == COLUMNS
        && specimen.rows() > 0
        && specimen.probe().steady()
        && specimen.firstOutputs().stream().allMatch(output -> falls(output, specimen.rows()));
  }

  /** Whether it is this layout and not {@link QueryHead} with two classes. */
  static boolean isCertain(Specimen specimen) {
    return isRanked(specimen)
        && specimen.firstOutputs().stream()
            .anyMatch(
                output -> output.get(SCORE) > output.get((specimen.rows() - 1) * COLUMNS + SCORE));
  }

  private static boolean falls(FloatBuffer output, int rows) {
    for (int row = 1; row < rows; row++) {
      if (output.get(row * COLUMNS + SCORE) > output.get((row - 1) * COLUMNS + SCORE)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    List<Candidate> found = new ArrayList<>();
    float[] row = new float[COLUMNS];
    for (int query = 0; query < queries; query++) {
      outputs.get(0).get(query * COLUMNS, row);
      // false for NaN
      if (row[SCORE] > (float) confidence && isClass(row[CLASS])) {
        Candidate candidate =
            new Candidate(
                (int) row[CLASS], Math.min(row[SCORE], 1), row[0], row[1], row[2], row[3]);
        if (candidate.hasFiniteBox()) {
          found.add(candidate.scaled(width, height));
        }
      }
    }
    return Candidate.surest(found);
  }

  private boolean isClass(float number) {
    return number >= 0 && number < classes && number == (int) number;
  }

  @Override
  public void show(List<FloatBuffer> outputs, HeadProof proof) {
    float[] row = new float[COLUMNS];
    for (int query = 0; query < queries; query++) {
      outputs.get(0).get(query * COLUMNS, row);
      for (int column = 0; column < SCORE; column++) {
        proof.fraction(row[column]);
      }
      // places of which none is everywhere
      proof.score(0, row[SCORE]);
      proof.classNumber(row[CLASS], isClass(row[CLASS]));
    }
  }
}
