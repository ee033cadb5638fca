package edgeai.benchmark.loop;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import edgeai.common.vision.ModelCard;
import edgeai.common.vision.Picture;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decoded frames, blue, green and red, in the size that a network's input has room for. */
final class InputScaler implements AutoCloseable {
  private final SwsContext scaler = sws_alloc_context();
  private final AVFrame scaled = av_frame_alloc();
  private final ModelCard model;

  InputScaler(ModelCard model) {
    this.model = model;
    scaler.flags(SWS_BILINEAR);
  }

  /** A picture of its own, which whoever takes it closes; all frames have one size. */
  Picture picture(AVFrame frame) throws IOException {
    if (scaled.width() == 0) {
      makeRoom(frame);
    }
    if (sws_scale_frame(scaler, scaled, frame) < 0) {
      throw new IOException("a frame cannot be scaled");
    }
    try (Mat lines =
        new Mat(scaled.height(), scaled.width(), CV_8UC3, scaled.data(0), scaled.linesize(0))) {
      return Picture.adopt(lines.clone());
    }
  }

  private void makeRoom(AVFrame frame) throws IOException {
    double scale =
        Math.min(
            (double) model.inputWidth() / frame.width(),
            (double) model.inputHeight() / frame.height());
    scaled.format(AV_PIX_FMT_BGR24);
    scaled.width((int) Math.rint(frame.width() * scale));
    scaled.height((int) Math.rint(frame.height() * scale));
    if (av_frame_get_buffer(scaled, 0) < 0) {
      throw new IOException("there is no room for a frame");
    }
  }

  @Override
  public void close() {
    sws_free_context(scaler);
    av_frame_free(scaled);
  }
}
