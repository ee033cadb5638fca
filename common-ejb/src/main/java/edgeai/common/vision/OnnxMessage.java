package edgeai.common.vision;

import java.util.Map;
import java.util.Set;

/**
 * The messages of {@code onnx.proto} on the way to versions and weights, by their field numbers.
 */
enum OnnxMessage {
  MODEL,
  TRAINING,
  FUNCTION,
  GRAPH,
  NODE,
  ATTRIBUTE,
  SPARSE,
  TENSOR,
  ENTRY,
  OPSET;

  private static final Map<OnnxMessage, Map<Integer, OnnxMessage>> CHILDREN =
      Map.of(
          MODEL, Map.of(7, GRAPH, 8, OPSET, 20, TRAINING, 25, FUNCTION),
          TRAINING, Map.of(1, GRAPH, 2, GRAPH),
          FUNCTION, Map.of(7, NODE, 11, ATTRIBUTE),
          GRAPH, Map.of(1, NODE, 5, TENSOR, 15, SPARSE),
          NODE, Map.of(5, ATTRIBUTE),
          ATTRIBUTE, Map.of(5, TENSOR, 6, GRAPH, 10, TENSOR, 11, GRAPH, 22, SPARSE, 23, SPARSE),
          SPARSE, Map.of(1, TENSOR, 2, TENSOR),
          TENSOR, Map.of(13, ENTRY));

  private static final Map<OnnxMessage, Set<Integer>> TEXTS =
      Map.of(ENTRY, Set.of(1, 2), OPSET, Set.of(1));

  /** What a field holds that is worth looking into; null where it is not. */
  OnnxMessage child(int field) {
    return CHILDREN.getOrDefault(this, Map.of()).get(field);
  }

  boolean isText(int field) {
    return TEXTS.getOrDefault(this, Set.of()).contains(field);
  }
}
