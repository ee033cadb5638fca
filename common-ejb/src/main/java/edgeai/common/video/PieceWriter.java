package edgeai.common.video;

import edgeai.common.piece.PieceFrame;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes pixels for a network, and pictures for people, of the frames of one piece. */
final class PieceWriter implements AutoCloseable {
  private final PieceRequest request;
  private final long maxPixels;
  private final UprightPixels pixels;
  private final JpegEncoder encoder;

  PieceWriter(PieceRequest request, Orientation orientation, long maxPixels) {
    this.request = request;
    this.maxPixels = maxPixels;
    this.pixels = new UprightPixels(orientation);
    this.encoder = new JpegEncoder(pixels, request.output().jpegQuality());
  }

  /**
   * What was wanted of a frame.
   *
   * @param position of the frame among those of the piece
   */
  PieceShot shot(int position, AVFrame frame, PixelAspect aspect, long decodeNanos)
      throws VideoException {
    long started = System.nanoTime();
    PieceFrame wanted = request.header().frames().get(position);
    PictureSize displayed = pixels.displayed(frame, aspect, maxPixels);
    PictureSize size = new PictureSize(0, 0);
    byte[] bgr = new byte[0];
    if (request.output().pixels()) {
      size = PieceShot.size(displayed.width(), displayed.height(), request);
      bgr = bytes(frame, size);
    }
    byte[] jpeg = null;
    if (wanted.pictureWanted()) {
      PictureSize picture = request.output().picture(displayed.width(), displayed.height());
      jpeg = encoder.encode(frame, picture);
    }
    if (bgr == null || wanted.pictureWanted() && jpeg == null) {
      throw VideoException.refused("has pixels that cannot be converted to a picture");
    }
    return new PieceShot(
        position,
        displayed.width(),
        displayed.height(),
        bgr,
        size.width(),
        size.height(),
        jpeg,
        decodeNanos,
        System.nanoTime() - started);
  }

  private byte[] bytes(AVFrame frame, PictureSize size) {
    try (BgrPixels picture = pixels.of(frame, size)) {
      return picture == null ? null : picture.bytes();
    }
  }

  @Override
  public void close() {
    encoder.close();
    pixels.close();
  }
}
