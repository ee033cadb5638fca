package edgeai.common.vision;

import java.nio.FloatBuffer;

/** What a model is shown before it is trusted. */
enum ProbePicture {
  /** Nothing at all. */
  GREY {
    @Override
    float value(int colour, double across, double down) {
      return 114 / 255f;
    }
  },

  /** Light that changes from corner to corner, and a few plain shapes before it. */
  SHAPES {
    @Override
    float value(int colour, double across, double down) {
      if (Math.hypot(across - 0.7, down - 0.35) < 0.12) {
        return colour == 0 ? 0.8f : 0.15f;
      }
      if (Math.abs(across - 0.3) < 0.15 && Math.abs(down - 0.65) < 0.1) {
        return colour == 2 ? 0.7f : 0.25f;
      }
      return (float) (0.2 + 0.3 * across + 0.2 * down + 0.05 * colour);
    }
  };

  /** Red, green or blue, from 0 to 1, of one place, both of whose coordinates go from 0 to 1. */
  abstract float value(int colour, double across, double down);

  /** Paints a whole input. */
  final void paint(FloatBuffer input, int width, int height, InputForm form) {
    for (int colour = 0; colour < 3; colour++) {
      int top = form.plane(colour) * height;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          input.put(
              (top + y) * width + x,
              form.white() * value(colour, (double) x / width, (double) y / height));
        }
      }
    }
  }
}
