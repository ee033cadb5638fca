package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.opencv.opencv_core.Mat;

/** Brings decoded frames of any pixel format to 8-bit blue-green-red of one size. */
final class PixelConverter implements AutoCloseable {
  private final SwsContext scaler = sws_alloc_context();
  private AVFrame bgr = av_frame_alloc();

  /** Takes FFmpeg's name of a way to interpolate, such as {@code SWS_AREA}. */
  PixelConverter(int flags) {
    scaler.flags(flags);
  }

  /** The pixels, which the next call overwrites, or null where they cannot be converted. */
  Mat convert(AVFrame frame, int width, int height) {
    makeRoom(width, height);
    // colour space and range are the frame's own, which sws_scale_frame reads from it
    return sws_scale_frame(scaler, bgr, frame) < 0
        ? null
        : new Mat(bgr.height(), bgr.width(), CV_8UC3, bgr.data(0), bgr.linesize(0));
  }

  private void makeRoom(int width, int height) {
    if (bgr.width() == width && bgr.height() == height) {
      return;
    }
    av_frame_free(bgr);
    bgr = av_frame_alloc();
    bgr.format(AV_PIX_FMT_BGR24);
    bgr.width(width);
    bgr.height(height);
    bgr.colorspace(AVCOL_SPC_RGB);
    bgr.color_range(AVCOL_RANGE_JPEG);
    if (av_frame_get_buffer(bgr, 0) < 0) {
      throw new OutOfMemoryError("no room for a frame of " + width + "x" + height);
    }
  }

  @Override
  public void close() {
    sws_free_context(scaler);
    av_frame_free(bgr);
  }
}
