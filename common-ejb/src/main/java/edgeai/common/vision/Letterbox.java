package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import edgeai.common.wire.Box;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Fits pictures of any size into a network's input: scaled with their proportions kept, centred on
 * grey, red-green-blue planes of floats from 0 to 1 (Ultralytics' {@code LetterBox}). Writes
 * straight into the input tensor's memory and reuses its own; one thread at a time.
 */
final class Letterbox implements AutoCloseable {

  private static final double GREY = 114 / 255.0;

  static {
    // pictures are prepared side by side already; OpenCV's own threads would fight over the cores
    setNumThreads(1);
  }

  private final int inputWidth;
  private final int inputHeight;
  private final FloatPointer input;
  private final Mat planes;
  private final Mat scaled = new Mat();
  private final MatVector channels = new MatVector(3);
  private Geometry geometry;

  /**
   * For one input tensor.
   *
   * @param input direct, {@code 3 * inputHeight * inputWidth} floats
   */
  Letterbox(FloatBuffer input, int inputWidth, int inputHeight) {
    this.inputWidth = inputWidth;
    this.inputHeight = inputHeight;
    this.input = new FloatPointer(input);
    this.planes = new Mat(3 * inputHeight, inputWidth, CV_32FC1, this.input);
  }

  /** Writes the picture into the input and says how to get back. */
  Geometry fill(Picture picture) {
    Geometry fit = Geometry.fit(picture.width(), picture.height(), inputWidth, inputHeight);
    if (!fit.equals(geometry)) {
      try (Scalar grey = Scalar.all(GREY)) {
        planes.put(grey);
      }
      geometry = fit;
    }
    try (Size size = new Size(fit.scaledWidth(), fit.scaledHeight())) {
      resize(picture.pixels(), scaled, size, 0, 0, INTER_LINEAR);
    }
    split(scaled, channels);
    for (int channel = 0; channel < 3; channel++) {
      // blue is the first channel of a picture and the last plane of the input
      int top = (2 - channel) * inputHeight + fit.padY();
      try (Rect area = new Rect(fit.padX(), top, fit.scaledWidth(), fit.scaledHeight());
          Mat target = new Mat(planes, area);
          Mat source = channels.get(channel)) {
        source.convertTo(target, CV_32F, 1 / 255.0, 0);
      }
    }
    return fit;
  }

  @Override
  public void close() {
    channels.close();
    scaled.close();
    planes.close();
    input.close();
  }

  /**
   * Where a picture lies in the input.
   *
   * @param width of the picture
   * @param height of the picture
   * @param scale input pixels per picture pixel
   * @param scaledWidth of the picture in the input
   * @param scaledHeight of the picture in the input
   * @param padX input pixels left of the picture
   * @param padY input pixels above the picture
   */
  record Geometry(
      int width, int height, double scale, int scaledWidth, int scaledHeight, int padX, int padY) {

    /** Keeps what is a whole pixel but for the division from losing that pixel. */
    private static final double EXACT = 1e-6;

    /** The largest centred fit; a very thin picture keeps at least one pixel. */
    static Geometry fit(int width, int height, int inputWidth, int inputHeight) {
      double scale = Math.min((double) inputHeight / height, (double) inputWidth / width);
      int scaledWidth = scaled(width, scale, inputWidth);
      int scaledHeight = scaled(height, scale, inputHeight);
      int padX = (int) Math.rint((inputWidth - scaledWidth) / 2.0 - 0.1);
      int padY = (int) Math.rint((inputHeight - scaledHeight) / 2.0 - 0.1);
      return new Geometry(width, height, scale, scaledWidth, scaledHeight, padX, padY);
    }

    /**
     * From centre and size in input pixels to corners in the picture, clipped to it and cut off to
     * whole pixels.
     */
    Box toSource(double cx, double cy, double boxWidth, double boxHeight) {
      return new Box(
          source(cx - boxWidth / 2, padX, width),
          source(cy - boxHeight / 2, padY, height),
          source(cx + boxWidth / 2, padX, width),
          source(cy + boxHeight / 2, padY, height));
    }

    private int source(double coordinate, int pad, int limit) {
      return (int) Math.min(Math.max((coordinate - pad) / scale + EXACT, 0), limit);
    }

    private static int scaled(int length, double scale, int limit) {
      return (int) Math.min(Math.max(Math.rint(length * scale), 1), limit);
    }
  }
}
