package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.getTextSize;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;

import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A line of text at the size at which it fits.
 *
 * @param text ASCII only, which is what OpenCV's strokes can write
 * @param scale of the font; 1 is about 22 pixels for a capital letter
 * @param stroke width in pixels
 * @param width of the whole, in pixels
 * @param ascent pixels above the baseline
 * @param descent pixels below it
 */
record Lettering(String text, double scale, int stroke, int width, int ascent, int descent) {

  /** At the wanted scale, or at a smaller one if that would be wider or higher than allowed. */
  static Lettering of(String text, double wanted, int maxWidth, int maxHeight) {
    String ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
    Lettering lettering = measured(ascii, wanted);
    double across = (double) maxWidth / lettering.width();
    double down = (double) maxHeight / lettering.height();
    double fit = Math.max(Math.min(across, down), 0);
    return fit >= 1 ? lettering : measured(ascii, wanted * fit);
  }

  int height() {
    return ascent + descent;
  }

  /** Writes it with its upper left corner there. */
  void write(Picture picture, int left, int top, int rgb) {
    try (Point baseline = new Point(left, top + ascent);
        Scalar colour = ClassColours.scalar(rgb)) {
      putText(
          picture.pixels(),
          text,
          baseline,
          FONT_HERSHEY_SIMPLEX,
          scale,
          colour,
          stroke,
          LINE_AA,
          false);
    }
  }

  private static Lettering measured(String text, double scale) {
    int stroke = Math.max(1, (int) Math.round(scale * 1.6));
    int[] descent = new int[1];
    try (Size size = getTextSize(text, FONT_HERSHEY_SIMPLEX, scale, stroke, descent)) {
      return new Lettering(
          text, scale, stroke, Math.max(1, size.width()), size.height() + stroke, descent[0]);
    }
  }
}
