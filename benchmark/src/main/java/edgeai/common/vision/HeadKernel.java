package edgeai.common.vision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads a detection head of the published size, in which 100 anchors see something. */
@State(Scope.Thread)
public class HeadKernel {

  private static final int CLASSES = 80;
  private static final int ANCHORS = 8400;
  private static final int SEEN = 100;

  private FloatBuffer head;

  /** Fills the head: scores up to 0.1 but for those of what is seen. */
  @Setup
  public void fill() {
    int rows = YoloV8.BOX_ROWS + CLASSES;
    head =
        ByteBuffer.allocateDirect(rows * ANCHORS * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    Random random = new Random(1);
    for (int index = 0; index < rows * ANCHORS; index++) {
      boolean box = index < YoloV8.BOX_ROWS * ANCHORS;
      head.put(index, random.nextFloat() * (box ? 640 : 0.1f));
    }
    for (int seen = 0; seen < SEEN; seen++) {
      int row = YoloV8.BOX_ROWS + random.nextInt(CLASSES);
      head.put(row * ANCHORS + random.nextInt(ANCHORS), 0.9f);
    }
  }

  /** With the confidence that is the product's default. */
  @Benchmark
  public List<Candidate> decode() {
    return YoloV8.decode(head, CLASSES, ANCHORS, 0.4);
  }
}
