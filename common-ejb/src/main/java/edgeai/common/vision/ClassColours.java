package edgeai.common.vision;

import java.util.Map;
import org.bytedeco.opencv.opencv_core.Scalar;

/** One colour per class, the same in every process and for every model. */
final class ClassColours {

  private static final Map<String, Integer> TRAFFIC =
      Map.of(
          "person", 0xd55e00,
          "bicycle", 0x009e73,
          "car", 0x0072b2,
          "motorcycle", 0xcc79a7,
          "bus", 0xe69f00,
          "truck", 0x56b4e9);

  private static final int[] OTHERS = {
    0xf0e442, 0xa6d854, 0x6a3d9a, 0xb15928, 0xfb9a99, 0x17becf,
    0xbcbd22, 0xcab2d6, 0xe31a1c, 0x8c96c6, 0xffffb3, 0x66c2a5
  };

  /** The luminance on which black and white read equally well. */
  private static final double EVEN_CONTRAST = 0.179;

  private ClassColours() {}

  /** As {@code 0xrrggbb}; classes beyond the six of traffic share twelve colours by their hash. */
  static int rgb(String label) {
    Integer traffic = TRAFFIC.get(label);
    return traffic != null ? traffic : OTHERS[Math.floorMod(label.hashCode(), OTHERS.length)];
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
