package edgeai.coco;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what the operations of a TensorFlow graph do to pictures as ONNX does it, channels first.
 * Begins at a result that is asked for and goes back to what is given.
 */
final class Translation {
  private final TensorFlowGraph source;
  private final OnnxGraph target;
  private final Convolutions convolutions;
  private final Map<String, FeatureMap> written = new HashMap<>();

  Translation(TensorFlowGraph source, OnnxGraph target) {
    this.source = source;
    this.target = target;
    this.convolutions = new Convolutions(source, target);
  }

  /** Puts something in the place of a node and of all before it. */
  void give(String node, FeatureMap result) {
    written.put(node, result);
  }

  /** The result of a node, which is written where it is not yet. */
  FeatureMap of(String node) {
    FeatureMap known = written.get(node);
    if (known == null) {
      known = write(source.node(node));
      written.put(node, known);
    }
    return known;
  }

  /** Some channels of what a convolution with a bias makes, in the order given. */
  FeatureMap some(GraphNode biased, int[] channels) {
    GraphNode convolution = source.node(biased.input(0));
    Tensor bias = source.constant(biased.input(1));
    return convolutions.writeSome(
        convolution, of(convolution.input(0)), bias, channels, biased.name());
  }

  private FeatureMap write(GraphNode node) {
    return switch (node.operation()) {
      case "Conv2D", "DepthwiseConv2dNative" -> convolutions.write(node, of(node.input(0)));
      case "FusedBatchNorm" -> folded(node, batchNorm(node));
      case "Add", "BiasAdd" -> added(node);
      case "AddN" -> sum(node);
      case "Mul" -> perChannel(node, "Mul");
      case "Relu6" -> clipped(node);
      default -> throw node.unknown("no rule for this operation");
    };
  }

  private FeatureMap added(GraphNode node) {
    if (!source.isConstant(node.input(1)) && !source.isConstant(node.input(0))) {
      return sum(node);
    }
    if (isBehindConvolution(node)) {
      return folded(node, Affine.ofShift(source.constant(node.input(1))));
    }
    return perChannel(node, "Add");
  }

  private boolean isBehindConvolution(GraphNode node) {
    return !source.isConstant(node.input(0))
        && !written.containsKey(node.input(0))
        && Convolutions.isOne(source.node(node.input(0)))
        && source.uses(node.input(0)) == 1;
  }

  private FeatureMap folded(GraphNode node, Affine affine) {
    if (!isBehindConvolution(node)) {
      throw node.unknown("what stands before it is no convolution of its own");
    }
    GraphNode convolution = source.node(node.input(0));
    return convolutions.write(convolution, of(convolution.input(0)), affine, node.name());
  }

  private Affine batchNorm(GraphNode node) {
    return Affine.ofBatchNorm(
        source.constant(node.input(1)),
        source.constant(node.input(2)),
        source.constant(node.input(3)),
        source.constant(node.input(4)),
        node.decimal("epsilon"));
  }

  private FeatureMap sum(GraphNode node) {
    List<FeatureMap> terms = node.inputs().stream().map(this::of).toList();
    target.node("Sum", node.name(), terms.stream().map(FeatureMap::name).toList());
    return terms.get(0).named(node.name());
  }

  /** With a number for each channel, or with one for all. */
  private FeatureMap perChannel(GraphNode node, String operation) {
    boolean isFirst = source.isConstant(node.input(0));
    FeatureMap input = of(node.input(isFirst ? 1 : 0));
    Tensor constant = source.constant(node.input(isFirst ? 0 : 1));
    if (constant.size() != 1 && constant.size() != input.channels()) {
      throw node.unknown("a constant of %d numbers".formatted(constant.size()));
    }
    String numbers =
        target.floats(node.name() + "/constant", constant.reshaped(1, constant.size(), 1, 1));
    target.node(operation, node.name(), List.of(input.name(), numbers));
    return input.named(node.name());
  }

  private FeatureMap clipped(GraphNode node) {
    FeatureMap input = of(node.input(0));
    target.node("Clip", node.name(), List.of(input.name(), target.scalar(0), target.scalar(6)));
    return input.named(node.name());
  }
}
