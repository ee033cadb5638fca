package edgeai.coco;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A graph as TensorFlow.js keeps it: its operations as JSON, and the numbers of its constants one
 * after the other.
 */
final class TensorFlowGraph {
  private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
  private final Map<String, Tensor> constants = new LinkedHashMap<>();

  /**
   * Reads a graph.
   *
   * @param model what is in {@code model.json}
   * @param weights the bytes of all its shards, in the order that it names them
   */
  static TensorFlowGraph read(JsonNode model, byte[] weights) {
    TensorFlowGraph graph = new TensorFlowGraph();
    for (JsonNode node : model.path("modelTopology").path("node")) {
      graph.add(GraphNode.of(node));
    }
    ByteBuffer rest = ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN);
    for (JsonNode group : model.path("weightsManifest")) {
      for (JsonNode weight : group.path("weights")) {
        graph.add(weight.path("name").asText(), tensor(weight, rest));
      }
    }
    if (rest.hasRemaining()) {
      throw new IllegalArgumentException(
          "%d bytes of weights belong to nothing".formatted(rest.remaining()));
    }
    return graph;
  }

  /** Numbers of either type have four bytes; those of indices are small. */
  private static Tensor tensor(JsonNode weight, ByteBuffer bytes) {
    int[] shape =
        StreamSupport.stream(weight.path("shape").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    String type = weight.path("dtype").asText();
    boolean isWhole = type.equals("int32");
    if (!isWhole && !type.equals("float32") || weight.has("quantization")) {
      throw new IllegalArgumentException(
          "%s is neither float32 nor int32, or quantised".formatted(weight.path("name").asText()));
    }
    float[] values = new float[size];
    for (int index = 0; index < size; index++) {
      values[index] = isWhole ? bytes.getInt() : bytes.getFloat();
    }
    return new Tensor(shape, values);
  }

  TensorFlowGraph add(GraphNode node) {
    nodes.put(node.name(), node);
    return this;
  }

  TensorFlowGraph add(String name, Tensor constant) {
    constants.put(name, constant);
    return this;
  }

  GraphNode node(String name) {
    GraphNode node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("the graph has no node " + name);
    }
    return node;
  }

  boolean isConstant(String name) {
    return constants.containsKey(name);
  }

  Tensor constant(String name) {
    Tensor constant = constants.get(name);
    if (constant == null) {
      throw new IllegalArgumentException("the graph has no constant " + name);
    }
    return constant;
  }

  /** How many operations take the result of one. */
  long uses(String name) {
    return nodes.values().stream().filter(node -> node.inputs().contains(name)).count();
  }
}
