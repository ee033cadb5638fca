package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxGraphTest {

  private static byte[] sum(Tensor weights, boolean inHalf) {
    OnnxGraph graph =
        new OnnxGraph("sum").input("in", weights.size()).output("out", weights.size());
    String constant = inHalf ? graph.halves("w", weights) : graph.floats("w", weights);
    graph.node("Add", "out", List.of("in", constant));
    return graph.metadata("b", "2").metadata("a", "1").toBytes();
  }

  @Test
  void halfPrecisionRoundsAndSaves() throws Exception {
    Tensor weights = Tensor.of(1, 0.1f, 65_504, -1e-9f);

    try (OnnxRun exact = new OnnxRun(sum(weights, false));
        OnnxRun rounded = new OnnxRun(sum(weights, true))) {
      assertThat(exact.of(Tensor.of(0, 0, 0, 0)).values()).containsExactly(weights.values());
      assertThat(rounded.of(Tensor.of(0, 0, 0, 0)).values())
          .containsExactly(1, 0.099975586f, 65_504, 0);
    }
  }

  @Test
  void whatHalfPrecisionCannotHoldIsRefused() {
    assertThatThrownBy(() -> sum(Tensor.of(70_000), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("w has the weight 70000.0");
  }

  @Test
  void theSameCallsMakeTheSameBytes() {
    assertThat(sum(Tensor.of(1, 2), true)).isEqualTo(sum(Tensor.of(1, 2), true));
  }

  @Test
  void hasMetadata() throws Exception {
    try (OnnxRun run = new OnnxRun(sum(Tensor.of(1), false))) {
      assertThat(run.metadata()).containsEntry("a", "1").containsEntry("b", "2").hasSize(2);
    }
  }
}
