package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;
import java.util.Locale;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Draws what was found onto the picture it was found in. */
public final class Annotator {

  private static final int NIGHT = 0x0e131a;
  private static final int MIST = 0x9aa7b5;
  private static final int PLACEHOLDER_QUALITY = 85;

  private Annotator() {}

  /**
   * Draws a box in its class's colour and a label such as "car 0.89" for every detection, the
   * surest on top. Lines and letters grow with the picture; labels stay inside it.
   */
  public static void draw(Picture picture, List<Detection> detections) {
    draw(picture, detections, 1);
  }

  /**
   * As {@link #draw(Picture, List)}, on a picture that was made smaller.
   *
   * @param scale pixels of the picture for one of the boxes'
   */
  public static void draw(Picture picture, List<Detection> detections, double scale) {
    int line = Math.max(1, (int) Math.round((picture.width() + picture.height()) / 2.0 * 0.003));
    List<Detection> surestLast =
        detections.stream()
            .map(detection -> scaled(detection, scale))
            .sorted((a, b) -> Double.compare(a.confidence(), b.confidence()))
            .toList();
    surestLast.forEach(detection -> outline(picture, detection, line));
    surestLast.forEach(detection -> label(picture, detection, line));
  }

  /**
   * A calm dark picture with a line of text in its middle, for a stream that has no frame yet.
   *
   * @return a JPEG
   */
  public static byte[] placeholder(int width, int height, String text) {
    try (Picture picture = Picture.filled(width, height, NIGHT)) {
      int margin = Math.max(1, width / 20);
      Lettering lettering =
          Lettering.of(text, Math.min(width, height) / 480.0, width - 2 * margin, height);
      lettering.write(
          picture, (width - lettering.width()) / 2, (height - lettering.height()) / 2, MIST);
      return picture.toJpeg(PLACEHOLDER_QUALITY);
    }
  }

  private static Detection scaled(Detection detection, double scale) {
    Box box = detection.box();
    return new Detection(
        detection.label(),
        detection.confidence(),
        new Box(
            (int) Math.round(box.x1() * scale),
            (int) Math.round(box.y1() * scale),
            (int) Math.round(box.x2() * scale),
            (int) Math.round(box.y2() * scale)));
  }

  private static void outline(Picture picture, Detection detection, int line) {
    Box box = detection.box();
    int left = clamp(box.x1(), picture.width() - 1);
    int top = clamp(box.y1(), picture.height() - 1);
    int right = clamp(box.x2(), picture.width() - 1);
    int bottom = clamp(box.y2(), picture.height() - 1);
    try (Rect corners = new Rect(left, top, right - left + 1, bottom - top + 1);
        Scalar colour = ClassColours.scalar(ClassColours.rgb(detection.label()))) {
      rectangle(picture.pixels(), corners, colour, line, LINE_8, 0);
    }
  }

  /** Above the box where there is room, else just inside it. */
  private static void label(Picture picture, Detection detection, int line) {
    String text = String.format(Locale.ROOT, "%s %.2f", detection.label(), detection.confidence());
    int padding = line + 1;
    Lettering lettering =
        Lettering.of(
            text,
            Math.max(0.35, line / 4.0),
            picture.width() - 2 * padding,
            picture.height() - 2 * padding);
    int width = Math.min(lettering.width() + 2 * padding, picture.width());
    int height = Math.min(lettering.height() + 2 * padding, picture.height());
    Box box = detection.box();
    int left = clamp(box.x1(), picture.width() - width);
    int top = clamp(box.y1() >= height ? box.y1() - height : box.y1(), picture.height() - height);
    int rgb = ClassColours.rgb(detection.label());
    try (Rect plate = new Rect(left, top, width, height);
        Scalar colour = ClassColours.scalar(rgb)) {
      rectangle(picture.pixels(), plate, colour, FILLED, LINE_8, 0);
    }
    lettering.write(picture, left + padding, top + padding, ClassColours.textOn(rgb));
  }

  private static int clamp(int value, int highest) {
    return Math.max(0, Math.min(value, highest));
  }
}
