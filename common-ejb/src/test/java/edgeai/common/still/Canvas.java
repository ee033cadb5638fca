package edgeai.common.still;

import java.util.Random;

/** A picture that tests draw on: grey, with edges between pixels where a shape ends there. */
final class Canvas {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;

  private static final double[] NOISE = noise();

  private static final Canvas WALL = painted();

  private final double[] levels;

  private Canvas(double[] levels) {
    this.levels = levels;
  }

  /** A wall with a pattern that never changes. */
  static Canvas wall() {
    return new Canvas(WALL.levels.clone());
  }

  private static Canvas painted() {
    Canvas canvas = new Canvas(new double[WIDTH * HEIGHT]);
    Random pattern = new Random(7);
    for (int y = 0; y < HEIGHT; y += 20) {
      for (int x = 0; x < WIDTH; x += 20) {
        canvas.fill(x, y, x + 20.0, y + 20.0, 60 + pattern.nextInt(100));
      }
    }
    return canvas;
  }

  private static double[] noise() {
    Random random = new Random(11);
    double[] noise = new double[1 << 20];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
    }
    return noise;
  }

  /** A rectangle of one level of brightness, 0 to 255. */
  Canvas fill(double x1, double y1, double x2, double y2, double level) {
    for (int y = (int) Math.max(0, y1); y < Math.min(HEIGHT, Math.ceil(y2)); y++) {
      double down = Math.min(y + 1, y2) - Math.max(y, y1);
      for (int x = (int) Math.max(0, x1); x < Math.min(WIDTH, Math.ceil(x2)); x++) {
        double covered = down * (Math.min(x + 1, x2) - Math.max(x, x1));
        int at = y * WIDTH + x;
        levels[at] += covered * (level - levels[at]);
      }
    }
    return this;
  }

  /** Another light on all of it. */
  Canvas light(double factor) {
    for (int i = 0; i < levels.length; i++) {
      levels[i] *= factor;
    }
    return this;
  }

  /** What a sensor adds. */
  Canvas noise(double deviation, long seed) {
    int from = new Random(seed).nextInt(NOISE.length);
    for (int i = 0; i < levels.length; i++) {
      levels[i] += deviation * NOISE[(from + i) % NOISE.length];
    }
    return this;
  }

  byte[] bgr() {
    byte[] bgr = new byte[3 * levels.length];
    for (int i = 0; i < levels.length; i++) {
      byte level = (byte) Math.max(0, Math.min(255, Math.round(levels[i])));
      bgr[3 * i] = level;
      bgr[3 * i + 1] = level;
      bgr[3 * i + 2] = level;
    }
    return bgr;
  }

  GreyPicture grey() {
    return GreyPicture.of(bgr(), WIDTH, HEIGHT);
  }
}
