package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What the heads with an objectness have in common: {@code [rows, 5 + classes]} floats, a row for
 * each cell of a grid: four numbers about the box, how sure it is that there is an object, and how
 * sure of each class if there is. A score is the product of both.
 *
 * @param grid the cells of the rows
 * @param classes scores in a row
 */
record ObjectnessRows(CellGrid grid, int classes) {

  private static final int OBJECTNESS = 4;
  private static final int CLASSES = 5;

  /** Between boxes that go with their cells pixel by pixel and boxes that do not at all. */
  private static final double HALF = 0.5;

  /** How the first four numbers of a row become centre, width and height in input pixels. */
  interface Box {
    /** Puts them in place of what they are made from. */
    void decode(CellGrid.Cell cell, float[] row);
  }

  /** Rows that are boxes already. */
  static void decoded(CellGrid.Cell cell, float[] row) {}

  /**
   * How a model is read whose rows are as many as those of such a head.
   *
   * @param shapes rows for each cell
   * @param suits whether what the model answered is of the kind that is looked for
   * @param head what reads it then
   */
  static Optional<Reading> read(
      Specimen specimen,
      int shapes,
      BiPredicate<ObjectnessRows, FloatBuffer> suits,
      Function<ObjectnessRows, Head> head) {
    ModelSignature signature = specimen.signature();
    CellGrid grid =
        new CellGrid(
            signature.width(),
            signature.height(),
            specimen.anchors().levels(specimen.rows(), shapes),
            shapes);
    return specimen
        .labels()
        .forRows(specimen.columns() - CLASSES)
        .flatMap(
            names -> {
              ObjectnessRows rows = new ObjectnessRows(grid, names.size());
              return specimen.probe().steady()
                      && specimen.firstOutputs().stream()
                          .allMatch(output -> suits.test(rows, output))
                  ? Optional.of(new Reading(head.apply(rows), names, Reading.Evidence.PLACES))
                  : Optional.empty();
            });
  }

  /** A candidate for each row that scores above the confidence. */
  List<Candidate> candidates(FloatBuffer output, double confidence, Box box) {
    float least = (float) confidence;
    List<Candidate> candidates = new ArrayList<>();
    float[] row = new float[CLASSES + classes];
    for (int index = 0; index < count(); index++) {
      // false for NaN; no class makes more of it
      if (output.get(index * row.length + OBJECTNESS) > least) {
        output.get(index * row.length, row);
        int best = best(row);
        float score = Math.min(row[OBJECTNESS], 1) * Math.min(row[best], 1);
        if (score > least) {
          box.decode(grid.cell(index), row);
          Candidate candidate =
              new Candidate(best - CLASSES, score, row[0], row[1], row[2], row[3]);
          if (candidate.hasFiniteBox()) {
            candidates.add(candidate);
          }
        }
      }
    }
    return candidates;
  }

  private static int best(float[] row) {
    int best = CLASSES;
    for (int column = CLASSES + 1; column < row.length; column++) {
      if (row[column] > row[best] || Float.isNaN(row[best])) {
        best = column;
      }
    }
    return best;
  }

  /** Shows a proof all numbers. */
  void show(FloatBuffer output, HeadProof proof) {
    float[] row = new float[CLASSES + classes];
    for (int index = 0; index < count(); index++) {
      output.get(index * row.length, row);
      for (int column = 0; column < OBJECTNESS; column++) {
        proof.part(row[column]);
      }
      proof.place();
      proof.probability(row[OBJECTNESS]);
      for (int column = CLASSES; column < row.length; column++) {
        proof.probability(row[column]);
        proof.score(column - CLASSES, row[OBJECTNESS] * row[column]);
      }
    }
  }

  /** Whether boxes are in pixels of the input, not in cells. */
  boolean isDecoded(FloatBuffer output) {
    GridFit fit = new GridFit();
    for (int index = 0; index < count(); index++) {
      int at = index * (CLASSES + classes);
      fit.add(grid.cell(index), output.get(at), output.get(at + 1));
    }
    return fit.slope() > HALF;
  }

  /** Whether every row is sure that there is an object. */
  boolean isSureOfAll(FloatBuffer output) {
    for (int index = 0; index < count(); index++) {
      float objectness = output.get(index * (CLASSES + classes) + OBJECTNESS);
      // true for NaN
      if (!(Math.abs(objectness - 1) <= HeadProof.ROUNDING)) {
        return false;
      }
    }
    return true;
  }

  private int count() {
    return Math.toIntExact(grid.count());
  }
}
