package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Two predictors: a place with two anchors, and two times two places with one. */
class DetectionHeadTest {
  private static final int PIXELS = 100;
  private static final int CHANNELS = 3;
  private static final int CLASSES = 4;
  private static final int[] KEPT = {1, 3};
  private static final int ANCHORS = 6;

  private final GraphSketch sketch = new GraphSketch();
  private final Tensor coarse = sketch.numbers(1, 1, 1, CHANNELS);
  private final Tensor fine = sketch.numbers(1, 2, 2, CHANNELS);
  private final Tensor anchors =
      new Tensor(
          new int[] {1, ANCHORS, 4},
          new float[] {
            0, 0.1f, 1, 0.5f, 0.2f, 0.2f, 0.4f, 0.8f, 0, 0, 0.5f, 0.5f, 0, 0.5f, 0.5f, 1, 0.5f, 0,
            1, 0.5f, 0.5f, 0.5f, 1, 1
          });

  private Tensor predicted(String name, String input, Tensor from, int numbers) {
    Tensor weights = sketch.numbers(1, 1, CHANNELS, numbers);
    Tensor bias = sketch.numbers(numbers);
    sketch
        .constant(name + "/w", weights)
        .constant(name + "/b", bias)
        .convolution("Conv2D", name + "/conv", 1, "SAME", input, name + "/w")
        .node("BiasAdd", name + "/bias", name + "/conv", name + "/b")
        .node("Reshape", name, name + "/bias", "shape");
    Tensor made = PlainMath.convolution(from, weights, 1, true, false);
    for (int index = 0; index < made.size(); index++) {
      made.values()[index] += bias.values()[index % numbers];
    }
    return made;
  }

  private Tensor run(Tensor anchorsOfGraph) throws Exception {
    sketch
        .constant("Postprocessor/ExpandDims", anchorsOfGraph)
        .constant("tenth", new Tensor(new int[0], new float[] {0.1f}))
        .constant("fifth", new Tensor(new int[0], new float[] {0.2f}))
        .node("Mul", "Postprocessor/Decode/div", "y", "tenth")
        .node("Mul", "Postprocessor/Decode/div_2", "h", "fifth")
        .node("ConcatV2", "concat", "boxes0", "boxes1", "axis")
        .node("ConcatV2", "concat_1", "classes0", "classes1", "axis");
    OnnxGraph target = new OnnxGraph("head").input("fine", 1, CHANNELS, 2, 2);
    // the coarse map is the same for all, so that the graph has one input
    String constant = target.floats("coarse", coarse.reshaped(1, CHANNELS, 1, 1));
    Translation translation = new Translation(sketch.graph(), target);
    translation.give("coarse", new FeatureMap(constant, CHANNELS, 1, 1));
    translation.give("fine", new FeatureMap("fine", CHANNELS, 2, 2));
    int count =
        new DetectionHead(sketch.graph(), translation, target, PIXELS, KEPT, CLASSES)
            .write("output0");
    assertThat(count).isEqualTo(ANCHORS);
    target.output("output0", 1, 4 + KEPT.length, ANCHORS);
    try (OnnxRun run = new OnnxRun(target.toBytes())) {
      return run.of(fine.transposed(0, 3, 1, 2));
    }
  }

  @Test
  void boxesAreCentreAndSizeInPixelsAndScoresOfTheClassesThatAreKept() throws Exception {
    Tensor[] boxes = {
      predicted("boxes0", "coarse", coarse, 2 * 4), predicted("boxes1", "fine", fine, 4)
    };
    Tensor[] classes = {
      predicted("classes0", "coarse", coarse, 2 * CLASSES),
      predicted("classes1", "fine", fine, CLASSES)
    };

    Tensor output = run(anchors);

    assertThat(output.shape()).containsExactly(1, 4 + KEPT.length, ANCHORS);
    for (int anchor = 0; anchor < ANCHORS; anchor++) {
      int map = anchor < 2 ? 0 : 1;
      int place = anchor < 2 ? anchor : anchor - 2;
      float[] codes = boxes[map].values();
      float[] sides = anchors.values();
      double height = sides[4 * anchor + 2] - sides[4 * anchor];
      double width = sides[4 * anchor + 3] - sides[4 * anchor + 1];
      double[] expected = {
        codes[4 * place + 1] * 0.1 * width + sides[4 * anchor + 1] + width / 2,
        codes[4 * place] * 0.1 * height + sides[4 * anchor] + height / 2,
        Math.exp(codes[4 * place + 3] * 0.2) * width,
        Math.exp(codes[4 * place + 2] * 0.2) * height
      };
      for (int row = 0; row < 4; row++) {
        assertThat(output.values()[row * ANCHORS + anchor])
            .as("row %d of anchor %d", row, anchor)
            .isCloseTo((float) (expected[row] * PIXELS), within(1e-3f));
      }
      for (int kept = 0; kept < KEPT.length; kept++) {
        double logit = classes[map].values()[CLASSES * place + KEPT[kept]];
        assertThat(output.values()[(4 + kept) * ANCHORS + anchor])
            .isCloseTo((float) (1 / (1 + Math.exp(-logit))), within(1e-5f));
      }
    }
  }

  @Test
  void predictorsOfOtherAnchorsAreRefused() {
    predicted("boxes0", "coarse", coarse, 2 * 4);
    predicted("boxes1", "fine", fine, 4);

    assertThatThrownBy(() -> run(new Tensor(new int[] {1, 1, 4}, new float[] {0, 0, 1, 1})))
        .hasMessage("concat speaks of 6 anchors, and there are 1");
  }
}
