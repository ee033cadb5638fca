package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Brings decoded frames of any pixel format to one of blue, green and red, and to one size. */
final class PixelConverter implements AutoCloseable {
  private final SwsContext scaler = sws_alloc_context();
  private final int format;
  private AVFrame bgr = av_frame_alloc();

  /**
   * @param flags FFmpeg's name of a way to interpolate, such as {@code SWS_AREA}
   * @param format FFmpeg's name of the pixel format to bring frames to
   */
  PixelConverter(int flags, int format) {
    this.format = format;
    scaler.flags(flags);
  }

  /**
   * The pixels, which the next call overwrites, or null where they cannot be converted, without
   * what {@link FrameColour} says that no conversion may look at.
   */
  AVFrame convert(AVFrame frame, int width, int height) {
    makeRoom(width, height);
    AVFrame neutral = av_frame_clone(frame);
    try {
      FrameColour.neutralise(neutral);
      // matrix and range are the frame's own, which sws_scale_frame reads from it
      return sws_scale_frame(scaler, bgr, neutral) < 0 ? null : bgr;
    } finally {
      av_frame_free(neutral);
    }
  }

  private void makeRoom(int width, int height) {
    if (bgr.width() == width && bgr.height() == height) {
      return;
    }
    av_frame_free(bgr);
    bgr = av_frame_alloc();
    bgr.format(format);
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
