package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;

import org.bytedeco.ffmpeg.avutil.AVFrame;

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
  BgrPixels of(AVFrame frame, PictureSize size) {
    SdrConverter converter = isWhole(frame, size) ? whole : reduced;
    BgrPixels picture = converter.convert(frame, lying(size));
    if (picture == null || orientation.isUpright()) {
      return picture;
    }
    try (picture) {
      return PictureTurn.upright(picture, orientation);
    }
  }

  @Override
  public void close() {
    whole.close();
    reduced.close();
  }
}
