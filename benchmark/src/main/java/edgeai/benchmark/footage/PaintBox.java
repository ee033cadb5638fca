package edgeai.benchmark.footage;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Painted frames as FFmpeg has them, and FFmpeg's as painted ones. */
public final class PaintBox implements AutoCloseable {
  private static final int ROW = 3 * PaintedFrame.WIDTH;

  private final AVFrame bgr = av_frame_alloc();
  private final SwsContext scaler = sws_alloc_context();

  public PaintBox() throws IOException {
    bgr.format(AV_PIX_FMT_BGR24).width(PaintedFrame.WIDTH).height(PaintedFrame.HEIGHT);
    FfmpegFailure.check(av_frame_get_buffer(bgr, 0), "room for a frame");
    scaler.flags(SWS_BICUBIC);
  }

  /** For FFmpeg; the next call overwrites it. */
  AVFrame frame(PaintedFrame painted) throws IOException {
    FfmpegFailure.check(av_frame_make_writable(bgr), "room for a frame");
    for (int y = 0; y < PaintedFrame.HEIGHT; y++) {
      bgr.data(0).position((long) y * bgr.linesize(0)).put(painted.bgr(), y * ROW, ROW);
    }
    return bgr;
  }

  /** What FFmpeg decoded. */
  public PaintedFrame painted(AVFrame decoded) throws IOException {
    FfmpegFailure.check(sws_scale_frame(scaler, bgr, decoded), "scaling");
    byte[] bytes = new byte[PaintedFrame.BYTES];
    for (int y = 0; y < PaintedFrame.HEIGHT; y++) {
      bgr.data(0).position((long) y * bgr.linesize(0)).get(bytes, y * ROW, ROW);
    }
    return new PaintedFrame(bytes);
  }

  @Override
  public void close() {
    sws_free_context(scaler);
    av_frame_free(bgr);
  }
}
