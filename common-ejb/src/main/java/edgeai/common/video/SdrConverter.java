package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP12LE;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.ShortPointer;

/** Brings decoded frames of any pixel format and any range to 8-bit blue-green-red of one size. */
final class SdrConverter implements AutoCloseable {
  private final PixelConverter plain;
  private final PixelConverter deep;
  private ToneMapper mapper;
  private FrameColour mapped;

  /** Takes FFmpeg's name of a way to interpolate, such as {@code SWS_AREA}. */
  SdrConverter(int flags) {
    plain = new PixelConverter(flags, AV_PIX_FMT_BGR24);
    // packed formats of 16 bits come out wrong of FFmpeg 8.0 where chroma has half the lines
    deep = new PixelConverter(flags, AV_PIX_FMT_GBRP12LE);
  }

  /**
   * The pixels, the caller's to close, which the next call may overwrite; null where they cannot be
   * converted.
   */
  BgrPixels convert(AVFrame frame, PictureSize size) {
    FrameColour colour = FrameColour.of(frame);
    if (colour.hdr().isPresent()) {
      AVFrame bgr = deep.convert(frame, size.width(), size.height());
      return bgr == null ? null : toSdr(bgr, size, colour);
    }
    AVFrame bgr = plain.convert(frame, size.width(), size.height());
    return bgr == null ? null : new BgrPixels(size, bgr.data(0), bgr.linesize(0), null);
  }

  private BgrPixels toSdr(AVFrame bgr, PictureSize size, FrameColour colour) {
    if (!colour.equals(mapped)) {
      mapper = new ToneMapper(colour.hdr().get(), colour.gamut());
      mapped = colour;
    }
    BgrPixels sdr = BgrPixels.room(size);
    mapper.map(
        size.width(),
        size.height(),
        (row, red, green, blue) -> {
          read(bgr, 0, row, green);
          read(bgr, 1, row, blue);
          read(bgr, 2, row, red);
        },
        sdr::put);
    return sdr;
  }

  private static void read(AVFrame planes, int plane, int row, short[] values) {
    new ShortPointer(planes.data(plane))
        .position((long) row * planes.linesize(plane) / Short.BYTES)
        .get(values);
  }

  @Override
  public void close() {
    plain.close();
    deep.close();
  }
}
