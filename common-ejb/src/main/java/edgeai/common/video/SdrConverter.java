package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP12LE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.opencv_core.Mat;

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

  /** The pixels, which the next call overwrites, or null where they cannot be converted. */
  Mat convert(AVFrame frame, PictureSize size) {
    FrameColour colour = FrameColour.of(frame);
    if (colour.hdr().isPresent()) {
      AVFrame bgr = deep.convert(frame, size.width(), size.height());
      return bgr == null ? null : toSdr(bgr, colour);
    }
    AVFrame bgr = plain.convert(frame, size.width(), size.height());
    return bgr == null
        ? null
        : new Mat(bgr.height(), bgr.width(), CV_8UC3, bgr.data(0), bgr.linesize(0));
  }

  private Mat toSdr(AVFrame bgr, FrameColour colour) {
    if (!colour.equals(mapped)) {
      mapper = new ToneMapper(colour.hdr().get(), colour.gamut());
      mapped = colour;
    }
    Mat sdr = new Mat(bgr.height(), bgr.width(), CV_8UC3);
    BytePointer to = sdr.data();
    long bytes = sdr.step();
    mapper.map(
        bgr.width(),
        bgr.height(),
        (row, red, green, blue) -> {
          read(bgr, 0, row, green);
          read(bgr, 1, row, blue);
          read(bgr, 2, row, red);
        },
        (row, pixels) -> to.position(row * bytes).put(pixels));
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
