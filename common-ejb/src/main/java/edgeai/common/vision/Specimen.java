package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * What a {@link Layout} looks at to tell whether a model answers so.
 *
 * @param signature what the model takes and who it says it is
 * @param probe what it answered, of which the outputs are those that the layout names
 */
record Specimen(ModelSignature signature, Probe probe) {

  Labels labels() {
    return signature.labels();
  }

  AnchorCount anchors() {
    return AnchorCount.of(signature);
  }

  double iou() {
    return signature.thresholds().iou();
  }

  /** Whether the first output is one picture's rows and columns of numbers with a fraction. */
  private boolean isTable() {
    long[] shape = probe.shapes().get(0);
    return shape.length == 3 && shape[0] == 1 && TensorMemory.holdsFractions(probe.types().get(0));
  }

  /** How many rows the first output has; 0 where it is no table. */
  int rows() {
    return isTable() ? length(1) : 0;
  }

  /** How many columns the first output has; 0 where it is no table. */
  int columns() {
    return isTable() ? length(2) : 0;
  }

  private int length(int axis) {
    return Math.toIntExact(probe.shapes().get(0)[axis]);
  }

  /** What came for each probe picture in the first output. */
  List<FloatBuffer> firstOutputs() {
    return probe.answers().stream().map(outputs -> outputs.get(0)).toList();
  }

  /** Whether an output has this shape. */
  boolean hasShape(int output, long... shape) {
    return Arrays.equals(probe.shapes().get(output), shape);
  }
}
