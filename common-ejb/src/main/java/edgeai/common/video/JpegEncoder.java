package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns decoded frames of any pixel format into upright JPEG pictures. */
final class JpegEncoder implements AutoCloseable {
  private final Orientation orientation;
  private final IntPointer parameters;
  private final SwsContext scaler = sws_alloc_context();
  private AVFrame bgr = av_frame_alloc();

  /** Takes the JPEG quality, 1 to 100. */
  JpegEncoder(Orientation orientation, int quality) {
    load();
    this.orientation = orientation;
    this.parameters = new IntPointer(IMWRITE_JPEG_QUALITY, quality);
    scaler.flags(SWS_BILINEAR);
  }

  /** Loads OpenCV, which takes longer than FFmpeg: no frame should have to wait for it. */
  static void load() {
    Loader.load(opencv_core.class);
    Loader.load(opencv_imgcodecs.class);
  }

  /** The picture of a frame, or null where its pixels cannot be converted. */
  byte[] encode(AVFrame frame) {
    makeRoom(frame.width(), frame.height());
    // colour space and range are the frame's own, which sws_scale_frame reads from it
    if (sws_scale_frame(scaler, bgr, frame) < 0) {
      return null;
    }
    try (Mat picture = new Mat(bgr.height(), bgr.width(), CV_8UC3, bgr.data(0), bgr.linesize(0));
        Mat upright = upright(picture);
        BytePointer jpeg = new BytePointer()) {
      if (!imencode(".jpg", upright, jpeg, parameters)) {
        return null;
      }
      byte[] bytes = new byte[Math.toIntExact(jpeg.limit())];
      jpeg.get(bytes);
      return bytes;
    }
  }

  private Mat upright(Mat picture) {
    Mat mirrored = picture;
    if (orientation.mirrored()) {
      mirrored = new Mat();
      flip(picture, mirrored, 1);
    }
    if (orientation.rotation() == 0) {
      return mirrored;
    }
    Mat turned = new Mat();
    rotate(mirrored, turned, code(orientation.rotation()));
    if (mirrored != picture) {
      mirrored.close();
    }
    return turned;
  }

  private static int code(int rotation) {
    return switch (rotation) {
      case 90 -> ROTATE_90_CLOCKWISE;
      case 180 -> ROTATE_180;
      default -> ROTATE_90_COUNTERCLOCKWISE;
    };
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
    parameters.close();
    sws_free_context(scaler);
    av_frame_free(bgr);
  }
}
