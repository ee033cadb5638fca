package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of RT-DETR and D-FINE as Transformers and Optimum export it: a logit for each query and
 * class {@code [queries, classes]}, of which the sigmoid is the score, and centre, width and height
 * in fractions of the input {@code [queries, 4]}. A query may be more than one class (as in their
 * {@code post_process_object_detection}); nothing is suppressed.
 *
 * @param classes logits in a row
 * @param queries rows
 * @param width of the input in pixels
 * @param height of the input in pixels
 */
record LogitHead(int classes, int queries, int width, int height) implements Head {

  static final Layout LAYOUT =
      new Layout("logits-pred-boxes", List.of("logits", "pred_boxes"), LogitHead::read);

  private static final int SIDES = 4;

  private static Optional<Reading> read(Specimen specimen) {
    if (!specimen.hasShape(1, 1, specimen.rows(), SIDES)) {
      return Optional.empty();
    }
    ModelSignature signature = specimen.signature();
    return specimen
        .labels()
        .forRows(specimen.columns())
        .map(
            names ->
                new Reading(
                    new LogitHead(
                        names.size(), specimen.rows(), signature.width(), signature.height()),
                    names,
                    Reading.Evidence.METADATA));
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    double least = Math.log(confidence / (1 - confidence));
    List<Candidate> found = new ArrayList<>();
    float[] logits = new float[classes];
    float[] box = new float[SIDES];
    for (int query = 0; query < queries; query++) {
      outputs.get(0).get(query * classes, logits);
      for (int index = 0; index < classes; index++) {
        // false for NaN
        if (logits[index] > least) {
          outputs.get(1).get(query * SIDES, box);
          Candidate candidate =
              new Candidate(index, sigmoid(logits[index]), box[0], box[1], box[2], box[3]);
          if (candidate.hasFiniteBox()) {
            found.add(candidate.scaled(width, height));
          }
        }
      }
    }
    return Candidate.surest(found);
  }

  private static float sigmoid(float logit) {
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  @Override
  public void show(List<FloatBuffer> outputs, HeadProof proof) {
    for (int query = 0; query < queries; query++) {
      proof.place();
      for (int side = 0; side < SIDES; side++) {
        proof.fraction(outputs.get(1).get(query * SIDES + side));
      }
      for (int index = 0; index < classes; index++) {
        float logit = outputs.get(0).get(query * classes + index);
        proof.logit(logit);
        proof.score(index, sigmoid(logit));
      }
    }
  }
}
