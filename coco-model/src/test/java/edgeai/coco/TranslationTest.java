package edgeai.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {
  private static final int CHANNELS = 3;

  private final GraphSketch sketch = new GraphSketch();

  /** What the node makes of a picture, in TensorFlow's order of axes. */
  private Tensor translated(String node, Tensor input) throws Exception {
    int[] shape = input.shape();
    OnnxGraph target = new OnnxGraph("test").input("in", 1, shape[3], shape[1], shape[2]);
    Translation translation = new Translation(sketch.graph(), target);
    translation.give("in", new FeatureMap("in", shape[3], shape[1], shape[2]));
    FeatureMap made = translation.of(node);
    target.output(made.name(), 1, made.channels(), made.height(), made.width());
    try (OnnxRun run = new OnnxRun(target.toBytes())) {
      return run.of(input.transposed(0, 3, 1, 2)).transposed(0, 2, 3, 1);
    }
  }

  private static void assertSame(Tensor made, Tensor expected) {
    assertThat(made.shape()).containsExactly(expected.shape());
    assertThat(made.values()).containsExactly(expected.values(), within(2e-5f));
  }

  private Tensor picture(int height, int width) {
    return sketch.numbers(1, height, width, CHANNELS);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 9, 3, 2, SAME", "9, 8, 3, 2, SAME", "7, 7, 3, 1, SAME", "6, 6, 1, 1, SAME",
    "6, 5, 4, 2, SAME", "2, 2, 3, 2, SAME", "1, 1, 3, 1, SAME", "8, 9, 3, 2, VALID"
  })
  void aConvolution(int height, int width, int kernel, int stride, String padding)
      throws Exception {
    Tensor weights = sketch.numbers(kernel, kernel, CHANNELS, 5);
    Tensor picture = picture(height, width);
    sketch.constant("w", weights).convolution("Conv2D", "out", stride, padding, "in", "w");

    assertSame(
        translated("out", picture),
        PlainMath.convolution(picture, weights, stride, padding.equals("SAME"), false));
  }

  @ParameterizedTest
  @CsvSource({"8, 9, 2, 1", "9, 8, 1, 1", "3, 3, 2, 2", "1, 1, 1, 2"})
  void aDepthwiseConvolution(int height, int width, int stride, int multiplier) throws Exception {
    Tensor weights = sketch.numbers(3, 3, CHANNELS, multiplier);
    Tensor picture = picture(height, width);
    sketch
        .constant("w", weights)
        .convolution("DepthwiseConv2dNative", "out", stride, "SAME", "in", "w");

    assertSame(
        translated("out", picture), PlainMath.convolution(picture, weights, stride, true, true));
  }

  @Test
  void aBatchNormIsFoldedIntoTheConvolutionBeforeIt() throws Exception {
    Tensor weights = sketch.numbers(3, 3, CHANNELS, 4);
    Tensor gamma = sketch.numbers(4);
    Tensor beta = sketch.numbers(4);
    Tensor mean = sketch.numbers(4);
    Tensor variance = Tensor.of(0.5f, 0.01f, 2, 1);
    Tensor picture = picture(6, 6);
    sketch
        .constant("w", weights)
        .constant("gamma", gamma)
        .constant("beta", beta)
        .constant("mean", mean)
        .constant("variance", variance)
        .convolution("Conv2D", "conv", 2, "SAME", "in", "w")
        .batchNorm("out", 0.25f, "conv", "gamma", "beta", "mean", "variance");

    Tensor expected = PlainMath.convolution(picture, weights, 2, true, false);
    for (int index = 0; index < expected.size(); index++) {
      int channel = index % 4;
      expected.values()[index] =
          (float)
              ((expected.values()[index] - mean.values()[channel])
                      / Math.sqrt(variance.values()[channel] + 0.25)
                      * gamma.values()[channel]
                  + beta.values()[channel]);
    }
    Tensor made = translated("out", picture);
    assertThat(made.values()).containsExactly(expected.values(), within(1e-4f));
  }

  @Test
  void aBatchNormOfWhatOthersTakeAsItIsIsRefused() {
    sketch
        .constant("w", sketch.numbers(1, 1, CHANNELS, CHANNELS))
        .constant("one", Tensor.of(1, 1, 1))
        .convolution("Conv2D", "conv", 1, "SAME", "in", "w")
        .batchNorm("norm", 0.25f, "conv", "one", "one", "one", "one")
        .node("AddN", "out", "norm", "conv");

    assertThatThrownBy(() -> translated("out", picture(2, 2)))
        .hasMessageContaining("norm (FusedBatchNorm)");
  }

  @Test
  void factorsAndShiftsOfChannels() throws Exception {
    Tensor factors = sketch.numbers(CHANNELS);
    Tensor shifts = sketch.numbers(1, 1, 1, CHANNELS);
    Tensor picture = picture(4, 3);
    sketch
        .constant("factors", factors)
        .constant("shifts", shifts)
        .constant("half", new Tensor(new int[0], new float[] {0.5f}))
        .node("Mul", "scaled", "in", "factors")
        .node("Add", "shifted", "shifts", "scaled")
        .node("Mul", "out", "half", "shifted");

    Tensor expected = new Tensor(picture.shape(), picture.values().clone());
    for (int index = 0; index < expected.size(); index++) {
      int channel = index % CHANNELS;
      expected.values()[index] =
          (expected.values()[index] * factors.values()[channel] + shifts.values()[channel]) / 2;
    }
    assertSame(translated("out", picture), expected);
  }

  @Test
  void aShiftBehindAConvolutionAndAShortcutAroundIt() throws Exception {
    Tensor weights = sketch.numbers(3, 3, CHANNELS, CHANNELS);
    Tensor shift = sketch.numbers(CHANNELS);
    Tensor picture = picture(5, 5);
    sketch
        .constant("w", weights)
        .constant("shift", shift)
        .convolution("Conv2D", "conv", 1, "SAME", "in", "w")
        .node("BiasAdd", "biased", "conv", "shift")
        .node("AddN", "sum", "biased", "in")
        .node("Relu6", "out", "sum");

    Tensor expected = PlainMath.convolution(picture, weights, 1, true, false);
    for (int index = 0; index < expected.size(); index++) {
      float sum =
          expected.values()[index] + shift.values()[index % CHANNELS] + picture.values()[index];
      expected.values()[index] = Math.min(6, Math.max(0, sum));
    }
    assertSame(translated("out", picture), expected);
  }

  @Test
  void anOperationWithoutARuleIsNamed() {
    sketch.node("Softmax", "soft", "in");

    assertThatThrownBy(() -> translated("soft", picture(2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("soft (Softmax): no rule for this operation");
  }

  @Test
  void weightsForOtherChannelsAreRefused() {
    sketch
        .constant("w", sketch.numbers(3, 3, CHANNELS + 1, 2))
        .convolution("Conv2D", "out", 1, "SAME", "in", "w");

    assertThatThrownBy(() -> translated("out", picture(3, 3)))
        .hasMessageContaining("weights for 4 channels of 3");
  }
}
