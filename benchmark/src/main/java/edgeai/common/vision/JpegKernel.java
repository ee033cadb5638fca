package edgeai.common.vision;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a JPEG to the pixels that a network with 640x640 inputs can use, and to all of them. */
@State(Scope.Thread)
public class JpegKernel {

  private static final int INPUT = 640;

  private byte[] jpeg;

  /** Reads the frame. */
  @Setup
  public void read() throws IOException {
    jpeg = KernelFrame.jpeg();
  }

  /** A quarter of the pixels, which is what the network can use. */
  @Benchmark
  public int decode() throws UnreadablePictureException {
    try (Picture picture = Picture.decodeFor(jpeg, Long.MAX_VALUE, INPUT, INPUT)) {
      return picture.width();
    }
  }

  /** All pixels. */
  @Benchmark
  public int decodeAll() throws UnreadablePictureException {
    try (Picture picture = Picture.decode(jpeg, Long.MAX_VALUE)) {
      return picture.width();
    }
  }
}
