package edgeai.coco;

/** What TensorFlow's operations do, number by number, on {@code [1, height, width, channels]}. */
final class PlainMath {
  private PlainMath() {}

  /**
   * A convolution.
   *
   * @param weights {@code [height, width, input, output]}, or of a depthwise one {@code [height,
   *     width, input, multiplier]}
   */
  static Tensor convolution(
      Tensor input, Tensor weights, int stride, boolean isPadded, boolean isDepthwise) {
    int[] from = input.shape();
    int[] kernel = weights.shape();
    int channels = isDepthwise ? kernel[2] * kernel[3] : kernel[3];
    int height = length(from[1], kernel[0], stride, isPadded);
    int width = length(from[2], kernel[1], stride, isPadded);
    int top = isPadded ? before(from[1], kernel[0], stride) : 0;
    int left = isPadded ? before(from[2], kernel[1], stride) : 0;
    Tensor output =
        new Tensor(new int[] {1, height, width, channels}, new float[height * width * channels]);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < channels; channel++) {
          double sum = 0;
          for (int ky = 0; ky < kernel[0]; ky++) {
            for (int kx = 0; kx < kernel[1]; kx++) {
              int iy = y * stride + ky - top;
              int ix = x * stride + kx - left;
              if (iy < 0 || iy >= from[1] || ix < 0 || ix >= from[2]) {
                continue;
              }
              for (int in = 0; in < from[3]; in++) {
                if (isDepthwise && in != channel / kernel[3]) {
                  continue;
                }
                int weight =
                    isDepthwise
                        ? ((ky * kernel[1] + kx) * kernel[2] + in) * kernel[3] + channel % kernel[3]
                        : ((ky * kernel[1] + kx) * kernel[2] + in) * kernel[3] + channel;
                sum +=
                    (double) input.values()[(iy * from[2] + ix) * from[3] + in]
                        * weights.values()[weight];
              }
            }
          }
          output.values()[(y * width + x) * channels + channel] = (float) sum;
        }
      }
    }
    return output;
  }

  private static int length(int input, int kernel, int stride, boolean isPadded) {
    return isPadded ? (int) Math.ceil((double) input / stride) : (input - kernel) / stride + 1;
  }

  private static int before(int input, int kernel, int stride) {
    int missing = input % stride == 0 ? kernel - stride : kernel - input % stride;
    return Math.max(0, missing) / 2;
  }
}
