package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a JPEG to pixels, as {@link Picture} does it and at half the width and height. */
@State(Scope.Thread)
public class JpegKernel {

  private byte[] jpeg;

  /** Reads the frame. */
  @Setup
  public void read() throws IOException {
    jpeg = KernelFrame.jpeg();
  }

  /** All pixels. */
  @Benchmark
  public int decode() throws UnreadablePictureException {
    try (Picture picture = Picture.decode(jpeg, Long.MAX_VALUE)) {
      return picture.width();
    }
  }

  /** A quarter of the pixels, left out before the inverse transform of the JPEG's blocks. */
  @Benchmark
  public int decodeHalf() {
    try (BytePointer bytes = new BytePointer(jpeg);
        Mat encoded = new Mat(1, jpeg.length, CV_8UC1, bytes);
        Mat decoded = imdecode(encoded, IMREAD_REDUCED_COLOR_2)) {
      return decoded.cols();
    }
  }
}
