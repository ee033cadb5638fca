package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * How the numbers of a model's outputs are read: one implementation for each {@link Layout}.
 * Outputs come in the order in which the layout names them. Positions and limits of buffers stay as
 * they are.
 */
interface Head {

  /**
   * What scores above the confidence and is nobody's duplicate, surest first, at most {@link
   * NonMaxSuppression#MOST_KEPT}. Scores and boxes that are not numbers count as nothing.
   */
  List<Candidate> objects(List<FloatBuffer> outputs, double confidence);

  /** Shows a proof each number of the outputs as what this layout takes it for. */
  void show(List<FloatBuffer> outputs, HeadProof proof);

  /** How a picture is put into the input. */
  default InputForm form() {
    return InputForm.USUAL;
  }

  /** Whether the number of rows may differ from picture to picture. */
  default boolean isOfAnyLength() {
    return false;
  }
}
