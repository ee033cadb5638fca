package edgeai.common.video;

import edgeai.common.still.GreyPicture;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes the small grey pictures of frames, each from pixels scaled for that alone: they stay the
 * same however large the JPEGs are at the moment.
 */
final class GreyView implements AutoCloseable {
  /** Pixels of the longer side: two for a cell, since scaling has made the mean of all by then. */
  private static final int LONGEST = 2 * GreyPicture.LONGEST;

  private final UprightPixels pixels;

  GreyView(Orientation orientation) {
    pixels = new UprightPixels(orientation);
  }

  /**
   * Null where its pixels cannot be converted.
   *
   * @param shown how large the frame is shown
   */
  GreyPicture of(AVFrame frame, PictureSize shown) {
    PictureSize small = size(shown);
    try (BgrPixels picture = pixels.of(frame, small)) {
      return picture == null
          ? null
          : GreyPicture.of(picture.bytes(), small.width(), small.height());
    }
  }

  private static PictureSize size(PictureSize shown) {
    double scale = Math.min(1, (double) LONGEST / Math.max(shown.width(), shown.height()));
    return new PictureSize(
        (int) Math.max(1, Math.round(shown.width() * scale)),
        (int) Math.max(1, Math.round(shown.height() * scale)));
  }

  @Override
  public void close() {
    pixels.close();
  }
}
