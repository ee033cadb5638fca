package edgeai.coco;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A small TensorFlow graph with made numbers, the same for the same calls. */
final class GraphSketch {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TensorFlowGraph graph = new TensorFlowGraph();
  private final Random random = new Random(7);

  TensorFlowGraph graph() {
    return graph;
  }

  /** Numbers around 0, far enough from it for rounding to matter little. */
  Tensor numbers(int... shape) {
    float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int index = 0; index < values.length; index++) {
      values[index] = random.nextFloat() * 4 - 2;
    }
    return new Tensor(shape, values);
  }

  GraphSketch constant(String name, Tensor tensor) {
    graph.add(name, tensor);
    return this;
  }

  GraphSketch node(String operation, String name, String... inputs) {
    return add(operation, name, "{}", inputs);
  }

  GraphSketch convolution(
      String operation, String name, int stride, String padding, String... inputs) {
    String attributes =
        """
        {"strides": {"list": {"i": ["1", "%1$d", "%1$d", "1"]}}, "padding": {"s": %2$s},
         "dilations": {"list": {"i": ["1", "1", "1", "1"]}}, "data_format": {"s": %3$s}}
        """
            .formatted(stride, codes(padding), codes("NHWC"));
    return add(operation, name, attributes, inputs);
  }

  GraphSketch batchNorm(String name, float epsilon, String... inputs) {
    return add("FusedBatchNorm", name, "{\"epsilon\": {\"f\": %s}}".formatted(epsilon), inputs);
  }

  private GraphSketch add(String operation, String name, String attributes, String... inputs) {
    try {
      graph.add(new GraphNode(name, operation, List.of(inputs), JSON.readTree(attributes)));
      return this;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String codes(String text) {
    return text.chars().mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
