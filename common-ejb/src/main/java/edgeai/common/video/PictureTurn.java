package edgeai.common.video;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import org.bytedeco.opencv.opencv_core.Mat;

/** Mirrors and rotates pictures through OpenCV. */
final class PictureTurn {
  private PictureTurn() {}

  /** The picture as it is to be seen, in memory of its own; the one given stays the caller's. */
  static BgrPixels upright(BgrPixels lying, Orientation orientation) {
    ChildLibraries.loadPictures();
    Mat turned = new Mat();
    try (Mat picture = view(lying)) {
      if (orientation.rotation() == 0) {
        flip(picture, turned, 1);
      } else if (orientation.mirrored()) {
        try (Mat mirrored = new Mat()) {
          flip(picture, mirrored, 1);
          rotate(mirrored, turned, code(orientation.rotation()));
        }
      } else {
        rotate(picture, turned, code(orientation.rotation()));
      }
    }
    PictureSize size = new PictureSize(turned.cols(), turned.rows());
    return new BgrPixels(size, turned.data(), turned.step(), turned);
  }

  /** The same pixels, which must outlive it, as OpenCV sees them. */
  static Mat view(BgrPixels pixels) {
    return new Mat(
        pixels.size().height(), pixels.size().width(), CV_8UC3, pixels.data(), pixels.rowBytes());
  }

  private static int code(int rotation) {
    return switch (rotation) {
      case 90 -> ROTATE_90_CLOCKWISE;
      case 180 -> ROTATE_180;
      default -> ROTATE_90_COUNTERCLOCKWISE;
    };
  }
}
