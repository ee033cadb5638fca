package edgeai.coco;

import java.util.ArrayList;
import java.util.List;

/** Writes TensorFlow's convolutions as ONNX's: weights turned once, padding in numbers. */
final class Convolutions {
  /** Fewer weights are not worth a rounding. */
  private static final int FEW = 2048;

  private final TensorFlowGraph source;
  private final OnnxGraph target;

  Convolutions(TensorFlowGraph source, OnnxGraph target) {
    this.source = source;
    this.target = target;
  }

  static boolean isOne(GraphNode node) {
    return node.operation().equals("Conv2D") || isDepthwise(node);
  }

  private static boolean isDepthwise(GraphNode node) {
    return node.operation().equals("DepthwiseConv2dNative");
  }

  /** As it stands in the graph. */
  FeatureMap write(GraphNode node, FeatureMap input) {
    Tensor weights = weights(node);
    return write(node, input, weights, new float[0], node.name());
  }

  /** With what is done to its channels behind it, under the name of that. */
  FeatureMap write(GraphNode node, FeatureMap input, Affine behind, String name) {
    return write(node, input, behind.fold(weights(node)), behind.shift(), name);
  }

  /**
   * Some of its channels, in the order given.
   *
   * @param bias of all channels
   */
  FeatureMap writeSome(GraphNode node, FeatureMap input, Tensor bias, int[] channels, String name) {
    if (isDepthwise(node)) {
      throw node.unknown("some channels of a depthwise one");
    }
    Tensor some = source.constant(node.input(1)).picked(channels);
    return write(node, input, some.transposed(3, 2, 0, 1), bias.picked(channels).values(), name);
  }

  /** Of TensorFlow's height, width, input, output: output, input, height, width. */
  private Tensor weights(GraphNode node) {
    Tensor weights = source.constant(node.input(1));
    if (!isDepthwise(node)) {
      return weights.transposed(3, 2, 0, 1);
    }
    int[] shape = weights.shape();
    return weights.transposed(2, 3, 0, 1).reshaped(shape[2] * shape[3], 1, shape[0], shape[1]);
  }

  private FeatureMap write(
      GraphNode node, FeatureMap input, Tensor weights, float[] bias, String name) {
    requirePlain(node);
    int[] shape = weights.shape();
    int groups = isDepthwise(node) ? input.channels() : 1;
    if (shape[1] * groups != input.channels()) {
      throw node.unknown(
          "weights for %d channels of %d".formatted(shape[1] * groups, input.channels()));
    }
    SamePadding down = SamePadding.of(node, 1, input.height(), shape[2]);
    SamePadding across = SamePadding.of(node, 2, input.width(), shape[3]);
    List<String> inputs =
        new ArrayList<>(List.of(input.name(), stored(name + "/weights", weights)));
    if (bias.length > 0) {
      inputs.add(target.floats(name + "/bias", Tensor.of(bias)));
    }
    List<Integer> strides = node.integers("strides");
    target.node(
        "Conv",
        name,
        inputs,
        OnnxGraph.numbers("kernel_shape", shape[2], shape[3]),
        OnnxGraph.numbers("strides", strides.get(1), strides.get(2)),
        OnnxGraph.numbers("pads", SamePadding.pads(List.of(down, across))),
        OnnxGraph.number("group", groups));
    return new FeatureMap(name, shape[0], down.output(), across.output());
  }

  private String stored(String name, Tensor weights) {
    return weights.size() > FEW ? target.halves(name, weights) : target.floats(name, weights);
  }

  private static void requirePlain(GraphNode node) {
    if (!node.text("data_format").equals("NHWC")
        || node.integers("dilations").stream().anyMatch(each -> each != 1)) {
      throw node.unknown("channels come first, or it is dilated");
    }
  }
}
