package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * How the numbers of a model's output are read: one implementation for each layout. Positions and
 * limits of buffers stay as they are.
 */
sealed interface Head permits YoloV8, TransposedHead, EndToEndHead {

  /**
   * What scores above the confidence and is nobody's duplicate, surest first, at most {@link
   * NonMaxSuppression#MOST_KEPT}. Scores and boxes that are not numbers count as nothing.
   */
  List<Candidate> objects(FloatBuffer output, double confidence);

  /** Shows a proof each number of an output as what this layout takes it for. */
  void show(FloatBuffer output, HeadProof proof);

  /** Whether the number of rows may differ from picture to picture. */
  boolean isOfAnyLength();
}
