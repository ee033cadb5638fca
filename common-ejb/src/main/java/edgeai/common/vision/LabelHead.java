package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of RT-DETR, D-FINE and DEIM as their own repositories export it: the numbers of classes
 * {@code [queries]}, left, top, right and bottom {@code [queries, 4]} in pixels of the size that
 * the model asks for, and scores {@code [queries]}. Nothing is suppressed.
 *
 * @param classes that there are
 * @param queries objects that are told of
 */
record LabelHead(int classes, int queries) implements Head {

  static final Layout LAYOUT =
      new Layout("labels-boxes-scores", List.of("labels", "boxes", "scores"), LabelHead::read);

  private static final int SIDES = 4;

  private static Optional<Reading> read(Specimen specimen) {
    long[] shape = specimen.probe().shapes().get(0);
    int queries = shape.length == 2 ? Math.toIntExact(shape[1]) : 0;
    boolean fits =
        specimen.hasShape(0, 1, queries)
            && specimen.hasShape(1, 1, queries, SIDES)
            && specimen.hasShape(2, 1, queries);
    if (!fits || specimen.labels().isEmpty()) {
      return Optional.empty();
    }
    List<String> names = specimen.labels().byNumber();
    return Optional.of(
        new Reading(new LabelHead(names.size(), queries), names, Reading.Evidence.METADATA));
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    FloatBuffer labels = outputs.get(0);
    FloatBuffer scores = outputs.get(2);
    List<Candidate> found = new ArrayList<>();
    float[] box = new float[SIDES];
    for (int query = 0; query < queries; query++) {
      // false for NaN
      if (scores.get(query) > (float) confidence && isClass(labels.get(query))) {
        outputs.get(1).get(query * SIDES, box);
        Candidate candidate =
            Candidate.ofCorners(
                (int) labels.get(query),
                Math.min(scores.get(query), 1),
                box[0],
                box[1],
                box[2],
                box[3]);
        if (candidate.hasFiniteBox()) {
          found.add(candidate);
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
    float[] box = new float[SIDES];
    for (int query = 0; query < queries; query++) {
      outputs.get(1).get(query * SIDES, box);
      for (float side : box) {
        proof.box(side);
      }
      float score = outputs.get(2).get(query);
      proof.corners(box[0], box[1], box[2], box[3], score);
      // places of which none is everywhere
      proof.score(0, score);
      float label = outputs.get(0).get(query);
      proof.classNumber(label, isClass(label));
    }
  }
}
