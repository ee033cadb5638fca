package edgeai.coordinator.frame;

import edgeai.common.vision.EncodedPicture;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;

/**
 * A frame's pixels as workers get them: as displayed, or made smaller.
 *
 * @param jpeg not copied, never changed; null where only the frame's size is known
 * @param jpegWidth its pixels
 * @param jpegHeight its pixels
 * @param width of the frame as displayed
 * @param height of the frame as displayed
 */
public record FramePicture(byte[] jpeg, int jpegWidth, int jpegHeight, int width, int height) {
  /** Of a frame of a piece of video that nobody has decoded yet. */
  public static final FramePicture UNSEEN = new FramePicture(null, 0, 0, 0, 0);

  /** A frame that is sent as it is. */
  public static FramePicture asDisplayed(byte[] jpeg, int width, int height) {
    return new FramePicture(jpeg, width, height, width, height);
  }

  /** Whether anything is known of it, its size at least. */
  public boolean isSeen() {
    return width > 0;
  }

  public boolean isReduced() {
    return jpegWidth != width || jpegHeight != height;
  }

  /** Pixels of the JPEG for one of the frame. */
  public double scale() {
    return isReduced() ? (double) jpegWidth / width : 1;
  }

  /** For inference, with boxes in pixels of the frame. */
  public EncodedPicture encoded() {
    return isReduced() ? new EncodedPicture(jpeg, width, height) : EncodedPicture.of(jpeg);
  }

  /** Boxes in pixels of the JPEG as boxes in pixels of the frame. */
  public List<Detection> ofFrame(List<Detection> detections) {
    return isReduced() ? detections.stream().map(this::ofFrame).toList() : detections;
  }

  private Detection ofFrame(Detection detection) {
    Box box = detection.box();
    return new Detection(
        detection.label(),
        detection.confidence(),
        new Box(
            scaled(box.x1(), jpegWidth, width),
            scaled(box.y1(), jpegHeight, height),
            scaled(box.x2(), jpegWidth, width),
            scaled(box.y2(), jpegHeight, height)));
  }

  private static int scaled(int pixel, int from, int to) {
    return (int) Math.round((double) pixel * to / from);
  }
}
