package edgeai.coco;

import java.util.Arrays;

/**
 * What is done to each channel behind a convolution: a factor, then a shift.
 *
 * @param scale a factor for each channel
 * @param shift the same of what is added
 */
record Affine(float[] scale, float[] shift) {

  /** A batch norm with the statistics of its training. */
  static Affine ofBatchNorm(
      Tensor gamma, Tensor beta, Tensor mean, Tensor variance, float epsilon) {
    float[] scale = new float[gamma.size()];
    float[] shift = new float[gamma.size()];
    for (int channel = 0; channel < scale.length; channel++) {
      double factor =
          gamma.values()[channel] / Math.sqrt((double) variance.values()[channel] + epsilon);
      scale[channel] = (float) factor;
      shift[channel] = (float) (beta.values()[channel] - mean.values()[channel] * factor);
    }
    return new Affine(scale, shift);
  }

  static Affine ofShift(Tensor shift) {
    float[] scale = new float[shift.size()];
    Arrays.fill(scale, 1);
    return new Affine(scale, shift.values());
  }

  /**
   * The weights that have the factors in them.
   *
   * @param weights of a convolution, the channels that it makes along the first axis
   */
  Tensor fold(Tensor weights) {
    int each = weights.size() / scale.length;
    float[] scaled = weights.values().clone();
    for (int index = 0; index < scaled.length; index++) {
      scaled[index] *= scale[index / each];
    }
    return new Tensor(weights.shape(), scaled);
  }
}
