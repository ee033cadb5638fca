package edgeai.benchmark.tiles;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import edgeai.common.vision.FrameInput;
import edgeai.common.vision.LetterboxGeometry;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.PixelPicture;
import edgeai.settings.Tiles;
import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Decoded frames of one size as a piece's are made: as fine as the tiles of a model can use. */
final class ScaledFrames implements AutoCloseable {
  private static final int PIXEL = 3;

  private final SwsContext scaler = sws_alloc_context();
  private final AVFrame scaled = av_frame_alloc();
  private final ModelCard model;
  private final Tiles tiles;

  /**
   * @param tiles into which each frame is cut
   */
  ScaledFrames(ModelCard model, Tiles tiles) {
    this.model = model;
    this.tiles = tiles;
    scaler.flags(SWS_AREA);
  }

  Tiles tiles() {
    return tiles;
  }

  PixelPicture picture(AVFrame frame) throws IOException {
    if (scaled.width() == 0) {
      makeRoom(frame.width(), frame.height());
    }
    if (sws_scale_frame(scaler, scaled, frame) < 0) {
      throw new IOException("a frame cannot be scaled");
    }
    int row = PIXEL * scaled.width();
    byte[] bgr = new byte[row * scaled.height()];
    for (int y = 0; y < scaled.height(); y++) {
      scaled.data(0).position((long) y * scaled.linesize(0)).get(bgr, y * row, row);
    }
    scaled.data(0).position(0);
    return new PixelPicture(
        bgr, scaled.width(), scaled.height(), frame.width(), frame.height(), tiles);
  }

  private void makeRoom(int width, int height) throws IOException {
    LetterboxGeometry fit = FrameInput.of(model, tiles).fit(width, height);
    boolean asItIs = fit.scale() > 1 && !tiles.isWhole();
    scaled.format(AV_PIX_FMT_BGR24);
    scaled.width(asItIs ? width : fit.scaledWidth());
    scaled.height(asItIs ? height : fit.scaledHeight());
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
