package edgeai.common.vision;

import org.bytedeco.opencv.opencv_core.Scalar;

/** One colour per class, the same in every process and for every model. */
final class ClassColours {

  /** The golden ratio's share of 32 bits: labels that differ little get hues that lie far apart. */
  private static final int GOLDEN = 0x9e3779b1;

  private static final int HUES = 6 * 256;
  private static final int DARKEST = 80;
  private static final int STEP = 20;

  /** The luminance on which black and white read equally well. */
  private static final double EVEN_CONTRAST = 0.179;

  private ClassColours() {}

  /**
   * As {@code 0xrrggbb}: that of its name where it is a class of COCO's, else a hue and a
   * brightness by its hash. Whole numbers only, so that the dashboards come to the same.
   */
  static int rgb(String label) {
    Integer named = NamedColours.BY_NAME.get(label);
    if (named != null) {
      return named;
    }
    int code = label.hashCode() * GOLDEN;
    int hue = ((code >>> 16) * HUES) >>> 16;
    return asBrightAs(DARKEST + STEP * (code >>> 14 & 3), pure(hue));
  }

  /** Red, green and blue of a hue, as strong as it gets: once around in 6 times 256 steps. */
  private static int[] pure(int hue) {
    int up = hue & 255;
    int down = 255 - up;
    return switch (hue >> 8) {
      case 0 -> new int[] {255, up, 0};
      case 1 -> new int[] {down, 255, 0};
      case 2 -> new int[] {0, 255, up};
      case 3 -> new int[] {0, down, 255};
      case 4 -> new int[] {up, 0, 255};
      default -> new int[] {255, 0, down};
    };
  }

  /** The same hue darker or paler, so that it is as bright as wished and seen on light and dark. */
  private static int asBrightAs(int wished, int[] rgb) {
    int is = (299 * rgb[0] + 587 * rgb[1] + 114 * rgb[2]) / 1000;
    int colour = 0;
    for (int channel : rgb) {
      int wanted =
          is > wished ? channel * wished / is : 255 - (255 - channel) * (255 - wished) / (255 - is);
      colour = colour << 8 | wanted;
    }
    return colour;
  }

  /** Black or white, whichever has more contrast on the colour (WCAG's relative luminance). */
  static int textOn(int rgb) {
    double luminance =
        0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    return luminance > EVEN_CONTRAST ? 0x000000 : 0xffffff;
  }

  private static double linear(int channel) {
    return Math.pow((channel & 0xff) / 255.0, 2.2);
  }

  /** Blue, green, red, as OpenCV wants them; closed by the caller. */
  static Scalar scalar(int rgb) {
    return new Scalar(rgb & 0xff, rgb >> 8 & 0xff, rgb >> 16 & 0xff, 0);
  }
}
