package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_LAYOUT_NCHW;
import static org.bytedeco.opencv.global.opencv_dnn.DNN_PMODE_LETTERBOX;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImageWithParams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_dnn.Image2BlobParams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a picture to an input of 640x640, as {@link Letterbox} and as OpenCV's DNN module do it. */
@State(Scope.Thread)
public class LetterboxKernel {

  private static final int SIDE = 640;

  private Picture picture;
  private Letterbox letterbox;
  private Image2BlobParams parameters;
  private Mat blob;

  /** Decodes the frame and allocates both inputs. */
  @Setup
  public void prepare() throws IOException, UnreadablePictureException {
    picture = Picture.decode(KernelFrame.jpeg(), Long.MAX_VALUE);
    FloatBuffer input =
        ByteBuffer.allocateDirect(3 * SIDE * SIDE * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    letterbox = new Letterbox(input, SIDE, SIDE, InputForm.USUAL);
    parameters =
        new Image2BlobParams(
            Scalar.all(1 / 255.0),
            new Size(SIDE, SIDE),
            Scalar.all(0),
            true,
            CV_32F,
            DNN_LAYOUT_NCHW,
            DNN_PMODE_LETTERBOX,
            Scalar.all(114));
    blob = new Mat();
  }

  /** Into the tensor's own memory. */
  @Benchmark
  public int letterbox() {
    return letterbox.fill(picture).padY();
  }

  /** Into a matrix that is used again. */
  @Benchmark
  public Mat blob() {
    blobFromImageWithParams(picture.pixels(), blob, parameters);
    return blob;
  }

  /** Frees what is native. */
  @TearDown
  public void close() {
    blob.close();
    parameters.close();
    letterbox.close();
    picture.close();
  }
}
