package edgeai.common.vision;

import java.nio.FloatBuffer;

/**
 * What a model is shown before it is trusted, as it lies in an input tensor: planes of red, green
 * and blue from 0 to 1.
 */
enum ProbePicture {
  /** Nothing at all. */
  GREY {
    @Override
    float value(int plane, double across, double down) {
      return 114 / 255f;
    }
  },

  /** Light that changes from corner to corner, and a few plain shapes before it. */
  SHAPES {
    @Override
    float value(int plane, double across, double down) {
      if (Math.hypot(across - 0.7, down - 0.35) < 0.12) {
        return plane == 0 ? 0.8f : 0.15f;
      }
      if (Math.abs(across - 0.3) < 0.15 && Math.abs(down - 0.65) < 0.1) {
        return plane == 2 ? 0.7f : 0.25f;
      }
      return (float) (0.2 + 0.3 * across + 0.2 * down + 0.05 * plane);
    }
  };

  /** Of one place, both of whose coordinates go from 0 to 1. */
  abstract float value(int plane, double across, double down);

  /** Paints a whole input. */
  final void paint(FloatBuffer input, int width, int height) {
    for (int plane = 0; plane < 3; plane++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          input.put(
              (plane * height + y) * width + x,
              value(plane, (double) x / width, (double) y / height));
        }
      }
    }
  }
}
