package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns decoded frames of any pixel format into upright JPEG pictures. */
final class JpegEncoder implements AutoCloseable {
  private final Orientation orientation;
  private final IntPointer quality;
  private final IntPointer reducedQuality;
  private final SdrConverter whole = new SdrConverter(SWS_BILINEAR);
  private final SdrConverter reduced = new SdrConverter(SWS_AREA);

  /** Takes the JPEG quality, 1 to 100. */
  JpegEncoder(Orientation orientation, int quality) {
    load();
    this.orientation = orientation;
    this.quality = new IntPointer(IMWRITE_JPEG_QUALITY, quality);
    this.reducedQuality = new IntPointer(IMWRITE_JPEG_QUALITY, reducedQuality(quality));
  }

  /** What a JPEG loses weighs more where a pixel stands for several. */
  static int reducedQuality(int quality) {
    return 100 - (100 - quality) / 3;
  }

  /** Loads OpenCV, which takes longer than FFmpeg: no frame should have to wait for it. */
  static void load() {
    Loader.load(opencv_core.class);
    Loader.load(opencv_imgcodecs.class);
  }

  /**
   * The picture of a frame, or null where its pixels cannot be converted.
   *
   * @param size of the upright picture, the frame's own or smaller
   */
  byte[] encode(AVFrame frame, PictureSize size) {
    PictureSize lying = orientation.swapsSides() ? size.turned() : size;
    boolean isWhole = lying.width() >= frame.width() && lying.height() >= frame.height();
    SdrConverter converter = isWhole ? whole : reduced;
    try (Mat picture = converter.convert(frame, lying)) {
      return picture == null ? null : jpeg(picture, isWhole ? quality : reducedQuality);
    }
  }

  private byte[] jpeg(Mat picture, IntPointer parameters) {
    try (Mat upright = upright(picture);
        BytePointer jpeg = new BytePointer()) {
      if (!imencode(".jpg", upright, jpeg, parameters)) {
        return null;
      }
      byte[] bytes = new byte[Math.toIntExact(jpeg.limit())];
      jpeg.get(bytes);
      return bytes;
    }
  }

  private Mat upright(Mat picture) {
    Mat mirrored = picture;
    if (orientation.mirrored()) {
      mirrored = new Mat();
      flip(picture, mirrored, 1);
    }
    if (orientation.rotation() == 0) {
      return mirrored;
    }
    Mat turned = new Mat();
    rotate(mirrored, turned, code(orientation.rotation()));
    if (mirrored != picture) {
      mirrored.close();
    }
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
    quality.close();
    reducedQuality.close();
    whole.close();
    reduced.close();
  }
}
