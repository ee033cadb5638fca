package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  static final Layout LAYOUT = Layout.ofFirstOutput("end-to-end", EndToEndHead::read);

  private static Optional<Reading> read(Specimen specimen) {
    if (specimen.columns() != COLUMNS || specimen.labels().isEmpty()) {
      return Optional.empty();
    }
    List<String> names = specimen.labels().byNumber();
    return Optional.of(
        new Reading(
            new EndToEndHead(names.size()),
            names,
            specimen.signature().endToEnd() ? Reading.Evidence.METADATA : Reading.Evidence.SHAPE));
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    FloatBuffer output = outputs.get(0);
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
    return Candidate.surest(found);
  }

  private static Candidate candidate(float[] row) {
    return Candidate.ofCorners(
        (int) row[CLASS], Math.min(row[SCORE], 1), row[0], row[1], row[2], row[3]);
  }

  private boolean isClass(float number) {
    return number >= 0 && number < classes && number == (int) number;
  }

  private static int rows(FloatBuffer output) {
    return output.limit() / COLUMNS;
  }

  @Override
  public void show(List<FloatBuffer> outputs, HeadProof proof) {
    FloatBuffer output = outputs.get(0);
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
