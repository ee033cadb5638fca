package edgeai.coco;

import java.util.List;

/**
 * How TensorFlow pads pictures of a size so that a convolution fits: as little as serves, and where
 * that is odd, one more behind than before, whereas others pad both sides alike.
 *
 * @param output pixels along the axis that the convolution makes
 * @param before rows of zeros before the first
 * @param behind rows of zeros behind the last
 */
record SamePadding(int output, int before, int behind) {
  static SamePadding of(int input, int kernel, int stride) {
    int output = (input + stride - 1) / stride;
    int missing = Math.max(0, (output - 1) * stride + kernel - input);
    return new SamePadding(output, missing / 2, missing - missing / 2);
  }

  /** Where nothing is padded and what does not fit is left out. */
  static SamePadding none(int input, int kernel, int stride) {
    return new SamePadding((input - kernel) / stride + 1, 0, 0);
  }

  /** Along an axis as the graph says. */
  static SamePadding of(GraphNode node, int axis, int input, int kernel) {
    int stride = node.integers("strides").get(axis);
    return switch (node.text("padding")) {
      case "SAME" -> of(input, kernel, stride);
      case "VALID" -> none(input, kernel, stride);
      default -> throw node.unknown("padding " + node.text("padding"));
    };
  }

  /** As ONNX wants it: what comes before of all axes, then what comes behind. */
  static long[] pads(List<SamePadding> axes) {
    long[] pads = new long[2 * axes.size()];
    for (int axis = 0; axis < axes.size(); axis++) {
      pads[axis] = axes.get(axis).before;
      pads[axes.size() + axis] = axes.get(axis).behind;
    }
    return pads;
  }
}
