package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The end-to-end head of YOLOv10 and v26, and of exports with {@code nms=True}: {@code [objects,
 * 6]} floats, a row left, top, right, bottom in input pixels, score, and the number of the class.
 * The network has suppressed what overlaps; rows that are left over are zeros.
 *
 * @param classes that there are
 */
record EndToEndHead(int classes) implements Head {

  /** Numbers in a row. */
  static final int COLUMNS = 6;

  private static final int SCORE = 4;
  private static final int CLASS = 5;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score).reversed();

  @Override
  public List<Candidate> objects(FloatBuffer output, double confidence) {
    List<Candidate> found = new ArrayList<>();
    float[] row = new float[COLUMNS];
    for (int index = 0; index < rows(output); index++) {
      output.get(index * COLUMNS, row);
      // false for NaN
      if (row[SCORE] > (float) confidence && isClass(row[CLASS])) {
        Candidate candidate = candidate(row);
        if (candidate.hasFiniteBox()) {
          found.add(candidate);
        }
      }
    }
    return found.stream().sorted(BEST_FIRST).limit(NonMaxSuppression.MOST_KEPT).toList();
  }

  private static Candidate candidate(float[] row) {
    return new Candidate(
        (int) row[CLASS],
        Math.min(row[SCORE], 1),
        (row[0] + row[2]) / 2,
        (row[1] + row[3]) / 2,
        row[2] - row[0],
        row[3] - row[1]);
  }

  private boolean isClass(float number) {
    return number >= 0 && number < classes && number == (int) number;
  }

  private static int rows(FloatBuffer output) {
    return output.limit() / COLUMNS;
  }

  @Override
  public void show(FloatBuffer output, HeadProof proof) {
    float[] row = new float[COLUMNS];
    for (int index = 0; index < rows(output); index++) {
      output.get(index * COLUMNS, row);
      for (int column = 0; column < SCORE; column++) {
        proof.box(row[column]);
      }
      proof.corners(row[0], row[1], row[2], row[3], row[SCORE]);
      // places of which none is everywhere
      proof.score(0, row[SCORE]);
      proof.classNumber(row[CLASS], isClass(row[CLASS]));
    }
  }

  @Override
  public boolean isOfAnyLength() {
    return true;
  }
}
