package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;

/** Brings decoded frames of any pixel format to upright blue-green-red of one size. */
final class UprightPixels implements AutoCloseable {
  private final Orientation orientation;
  private final SdrConverter whole = new SdrConverter(SWS_BILINEAR);
  private final SdrConverter reduced = new SdrConverter(SWS_AREA);

  UprightPixels(Orientation orientation) {
    this.orientation = orientation;
  }

  /** How large a frame is shown. */
  PictureSize displayed(AVFrame frame, PixelAspect aspect, long maxPixels) throws VideoException {
    PictureSize lying = aspect.squared(frame.width(), frame.height());
    MediaFile.checkPixels(lying.width(), lying.height(), maxPixels);
    return orientation.swapsSides() ? lying.turned() : lying;
  }

  /** Whether a picture of this size, which is upright, has no fewer pixels than its frame. */
  boolean isWhole(AVFrame frame, PictureSize size) {
    PictureSize lying = lying(size);
    return lying.width() >= frame.width() && lying.height() >= frame.height();
  }

  private PictureSize lying(PictureSize size) {
    return orientation.swapsSides() ? size.turned() : size;
  }

  /**
   * The caller's to close, and only good until the next call; null where they cannot be converted.
   *
   * @param size upright
   */
  Mat of(AVFrame frame, PictureSize size) {
    SdrConverter converter = isWhole(frame, size) ? whole : reduced;
    Mat picture = converter.convert(frame, lying(size));
    return picture == null ? null : upright(picture);
  }

  private Mat upright(Mat picture) {
    Mat mirrored = picture;
    if (orientation.mirrored()) {
      mirrored = new Mat();
      flip(picture, mirrored, 1);
      picture.close();
    }
    if (orientation.rotation() == 0) {
      return mirrored;
    }
    Mat turned = new Mat();
    rotate(mirrored, turned, code(orientation.rotation()));
    mirrored.close();
    return turned;
  }

  private static int code(int rotation) {
    return switch (rotation) {
      case 90 -> ROTATE_90_CLOCKWISE;
      case 180 -> ROTATE_180;
      default -> ROTATE_90_COUNTERCLOCKWISE;
    };
  }

  @Override
  public void close() {
    whole.close();
    reduced.close();
  }
}
