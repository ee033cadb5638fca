package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Fits pictures of any size into a network's input: scaled with their proportions kept, on grey
 * (Ultralytics' {@code LetterBox}). Writes straight into the input tensor's memory and reuses its
 * own; one thread at a time.
 */
final class Letterbox implements AutoCloseable {

  static {
    // pictures are prepared side by side already; OpenCV's own threads would fight over the cores
    setNumThreads(1);
  }

  private final int inputWidth;
  private final int inputHeight;
  private final InputForm form;
  private final FloatPointer input;
  private final Mat planes;
  private final Mat received = new Mat();
  private final Mat scaled = new Mat();
  private final MatVector channels = new MatVector(3);
  private LetterboxGeometry geometry;

  /**
   * For one input tensor.
   *
   * @param input direct, {@code 3 * inputHeight * inputWidth} floats
   */
  Letterbox(FloatBuffer input, int inputWidth, int inputHeight, InputForm form) {
    this.inputWidth = inputWidth;
    this.inputHeight = inputHeight;
    this.form = form;
    this.input = new FloatPointer(input);
    this.planes = new Mat(3 * inputHeight, inputWidth, CV_32FC1, this.input);
  }

  /** Writes the picture into the input and says how to get back. */
  LetterboxGeometry fill(Picture picture) {
    return fill(picture.pixels(), picture.width(), picture.height());
  }

  /** The same for pixels in Java's memory, which are copied once. */
  LetterboxGeometry fill(PixelPicture picture) {
    return fill(receive(picture), picture.frameWidth(), picture.frameHeight());
  }

  /** Copies pixels from Java's memory; good until the next are. */
  Mat receive(PixelPicture picture) {
    received.create(picture.height(), picture.width(), CV_8UC3);
    received.data().put(picture.bgr());
    return received;
  }

  /** Writes a part of a picture into the input; the way back leads to the part. */
  LetterboxGeometry fill(Mat pixels, Tile tile) {
    try (Rect area = new Rect(tile.x(), tile.y(), tile.width(), tile.height());
        Mat part = new Mat(pixels, area)) {
      return fill(part, tile.width(), tile.height());
    }
  }

  private LetterboxGeometry fill(Mat pixels, int width, int height) {
    LetterboxGeometry fit =
        form.place(LetterboxGeometry.fit(width, height, inputWidth, inputHeight));
    if (!fit.equals(geometry)) {
      try (Scalar grey = Scalar.all(form.grey())) {
        planes.put(grey);
      }
      geometry = fit;
    }
    split(scaled(pixels, fit), channels);
    for (int channel = 0; channel < 3; channel++) {
      // blue is the first channel of a picture
      int top = form.plane(2 - channel) * inputHeight + fit.padY();
      try (Rect area = new Rect(fit.padX(), top, fit.scaledWidth(), fit.scaledHeight());
          Mat target = new Mat(planes, area);
          Mat source = channels.get(channel)) {
        source.convertTo(target, CV_32F, form.step(), 0);
      }
    }
    return fit;
  }

  private Mat scaled(Mat pixels, LetterboxGeometry fit) {
    if (pixels.cols() == fit.scaledWidth() && pixels.rows() == fit.scaledHeight()) {
      return pixels;
    }
    try (Size size = new Size(fit.scaledWidth(), fit.scaledHeight())) {
      resize(pixels, scaled, size, 0, 0, INTER_LINEAR);
    }
    return scaled;
  }

  @Override
  public void close() {
    channels.close();
    scaled.close();
    received.close();
    planes.close();
    input.close();
  }
}
