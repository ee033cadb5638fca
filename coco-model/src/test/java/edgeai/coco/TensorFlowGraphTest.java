package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class TensorFlowGraphTest {
  private static final ByteBuffer WEIGHTS =
      ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f).putInt(7).putFloat(-2);

  private static JsonNode model(String second) throws Exception {
    return new ObjectMapper()
        .readTree(
            """
            {"modelTopology": {"node": [
               {"name": "x", "op": "Relu6", "input": ["y"], "attr": {"padding": {"s": [83, 65]},
                "strides": {"list": {"i": ["1", "2"]}}, "epsilon": {"f": 0.5}}}]},
             "weightsManifest": [{"paths": ["a", "b"], "weights": [
               {"name": "one", "shape": [], "dtype": "float32"},
               {"name": "two", "shape": [1], %s},
               {"name": "three", "shape": [1, 1], "dtype": "float32"}]}]}
            """
                .formatted(second));
  }

  @Test
  void readsOperationsAndConstants() throws Exception {
    TensorFlowGraph graph = TensorFlowGraph.read(model("\"dtype\": \"int32\""), WEIGHTS.array());

    assertThat(graph.constant("one").scalar()).isEqualTo(1.5f);
    assertThat(graph.constant("two").values()).containsExactly(7);
    assertThat(graph.constant("three").shape()).containsExactly(1, 1);
    assertThat(graph.constant("three").scalar()).isEqualTo(-2);
    GraphNode node = graph.node("x");
    assertThat(node.operation()).isEqualTo("Relu6");
    assertThat(node.text("padding")).isEqualTo("SA");
    assertThat(node.text("data_format")).isEmpty();
    assertThat(node.integers("strides")).containsExactly(1, 2);
    assertThat(node.decimal("epsilon")).isEqualTo(0.5f);
    assertThat(graph.uses("y")).isOne();
    assertThatThrownBy(() -> graph.node("z")).hasMessage("the graph has no node z");
    assertThatThrownBy(() -> graph.constant("x")).hasMessage("the graph has no constant x");
    assertThatThrownBy(() -> node.decimal("alpha")).hasMessage("x (Relu6): no alpha");
  }

  @Test
  void weightsOfAnotherKindAreRefused() throws Exception {
    JsonNode bytes = model("\"dtype\": \"uint8\"");
    JsonNode quantised = model("\"dtype\": \"float32\", \"quantization\": {\"scale\": 1}");

    assertThatThrownBy(() -> TensorFlowGraph.read(bytes, WEIGHTS.array()))
        .hasMessageContaining("two is neither float32 nor int32");
    assertThatThrownBy(() -> TensorFlowGraph.read(quantised, WEIGHTS.array()))
        .hasMessageContaining("two is neither");
  }

  @Test
  void weightsThatBelongToNothingAreRefused() throws Exception {
    JsonNode model = model("\"dtype\": \"int32\"");

    assertThatThrownBy(() -> TensorFlowGraph.read(model, new byte[16]))
        .hasMessage("4 bytes of weights belong to nothing");
  }
}
