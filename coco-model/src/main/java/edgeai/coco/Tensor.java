package edgeai.coco;

import java.util.Arrays;

/**
 * Numbers along axes, of which the last runs fastest.
 *
 * @param shape the length of each axis
 * @param values as many as the lengths multiplied
 */
record Tensor(int[] shape, float[] values) {

  Tensor {
    int wanted = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (wanted != values.length) {
      throw new IllegalArgumentException(
          "a tensor %s has %d values".formatted(Arrays.toString(shape), values.length));
    }
  }

  static Tensor of(float... values) {
    return new Tensor(new int[] {values.length}, values);
  }

  int size() {
    return values.length;
  }

  /** The only value. */
  float scalar() {
    if (values.length != 1) {
      throw new IllegalArgumentException(Arrays.toString(shape) + " is no single number");
    }
    return values[0];
  }

  /** The same values along other axes. */
  Tensor reshaped(int... other) {
    return new Tensor(other, values);
  }

  /**
   * The axes in another order.
   *
   * @param axes which of the present ones comes first, second and so on
   */
  Tensor transposed(int... axes) {
    int[] lengths = Arrays.stream(axes).map(axis -> shape[axis]).toArray();
    int[] steps = new int[axes.length];
    for (int place = 0; place < axes.length; place++) {
      steps[place] = step(axes[place]);
    }
    float[] turned = new float[values.length];
    int[] at = new int[axes.length];
    int from = 0;
    for (int to = 0; to < turned.length; to++) {
      turned[to] = values[from];
      for (int axis = axes.length - 1; axis >= 0; axis--) {
        from += steps[axis];
        if (++at[axis] < lengths[axis]) {
          break;
        }
        from -= steps[axis] * lengths[axis];
        at[axis] = 0;
      }
    }
    return new Tensor(lengths, turned);
  }

  /** Some places of the last axis, in the order given. */
  Tensor picked(int... places) {
    int length = shape[shape.length - 1];
    int rows = values.length / length;
    float[] kept = new float[rows * places.length];
    for (int row = 0; row < rows; row++) {
      for (int place = 0; place < places.length; place++) {
        kept[row * places.length + place] = values[row * length + places[place]];
      }
    }
    int[] shorter = shape.clone();
    shorter[shape.length - 1] = places.length;
    return new Tensor(shorter, kept);
  }

  /** How far two neighbours along an axis are apart. */
  private int step(int axis) {
    int step = 1;
    for (int inner = axis + 1; inner < shape.length; inner++) {
      step *= shape[inner];
    }
    return step;
  }
}
