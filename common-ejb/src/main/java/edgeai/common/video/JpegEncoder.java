package edgeai.common.video;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns decoded frames of any pixel format into upright JPEG pictures. */
final class JpegEncoder implements AutoCloseable {
  private final UprightPixels pixels;
  private final IntPointer quality;
  private final IntPointer reducedQuality;

  /**
   * @param pixels stay the caller's
   * @param quality of the JPEG, 1 to 100
   */
  JpegEncoder(UprightPixels pixels, int quality) {
    this.pixels = pixels;
    this.quality = new IntPointer(IMWRITE_JPEG_QUALITY, quality);
    this.reducedQuality = new IntPointer(IMWRITE_JPEG_QUALITY, reducedQuality(quality));
  }

  /** What a JPEG loses weighs more where a pixel stands for several. */
  static int reducedQuality(int quality) {
    return 100 - (100 - quality) / 3;
  }

  /**
   * The picture of a frame, or null where its pixels cannot be converted.
   *
   * @param size of the upright picture, the frame's own or smaller
   */
  byte[] encode(AVFrame frame, PictureSize size) {
    IntPointer parameters = pixels.isWhole(frame, size) ? quality : reducedQuality;
    try (BgrPixels picture = pixels.of(frame, size)) {
      return picture == null ? null : jpeg(picture, parameters);
    }
  }

  private static byte[] jpeg(BgrPixels pixels, IntPointer parameters) {
    ChildLibraries.loadPictures();
    try (Mat picture = PictureTurn.view(pixels);
        BytePointer jpeg = new BytePointer()) {
      if (!imencode(".jpg", picture, jpeg, parameters)) {
        return null;
      }
      byte[] bytes = new byte[Math.toIntExact(jpeg.limit())];
      jpeg.get(bytes);
      return bytes;
    }
  }

  @Override
  public void close() {
    quality.close();
    reducedQuality.close();
  }
}
