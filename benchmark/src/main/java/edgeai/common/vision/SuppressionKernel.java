package edgeai.common.vision;

import static org.bytedeco.opencv.global.opencv_dnn.NMSBoxesBatched;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Rect2d;
import org.bytedeco.opencv.opencv_core.Rect2dVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Suppression among candidates of six classes, about ten to an object, as {@link NonMaxSuppression}
 * and as OpenCV's DNN module do it. OpenCV's boxes and scores lie in its own vectors beforehand.
 */
@State(Scope.Thread)
public class SuppressionKernel {

  private static final int CLASSES = 6;
  private static final int PER_OBJECT = 10;

  /** How many candidates there are. */
  @Param({"10", "1000"})
  public int candidates;

  private List<Candidate> given;
  private Rect2dVector boxes;
  private FloatPointer scores;
  private IntPointer classes;

  /** Places objects at random and candidates within a tenth of an object's size around it. */
  @Setup
  public void place() {
    given = new ArrayList<>();
    Random random = new Random(1);
    while (given.size() < candidates) {
      int classIndex = random.nextInt(CLASSES);
      float size = 20 + 80 * random.nextFloat();
      float cx = 640 * random.nextFloat();
      float cy = 640 * random.nextFloat();
      for (int index = 0; index < PER_OBJECT; index++) {
        given.add(
            new Candidate(
                classIndex,
                0.4f + 0.6f * random.nextFloat(),
                cx + size * 0.1f * (random.nextFloat() - 0.5f),
                cy + size * 0.1f * (random.nextFloat() - 0.5f),
                size,
                size));
      }
    }
    boxes = new Rect2dVector(given.size());
    scores = new FloatPointer(given.size());
    classes = new IntPointer((long) given.size());
    for (int index = 0; index < given.size(); index++) {
      Candidate candidate = given.get(index);
      double left = candidate.cx() - candidate.width() / 2;
      double top = candidate.cy() - candidate.height() / 2;
      boxes.put(index, new Rect2d(left, top, candidate.width(), candidate.height()));
      scores.put(index, candidate.score());
      classes.put(index, candidate.classIndex());
    }
  }

  /** The product's. */
  @Benchmark
  public int suppress() {
    return NonMaxSuppression.suppress(given, NonMaxSuppression.USUAL_IOU).size();
  }

  /** OpenCV's. */
  @Benchmark
  public long openCv() {
    try (IntPointer kept = new IntPointer()) {
      NMSBoxesBatched(boxes, scores, classes, 0, (float) NonMaxSuppression.USUAL_IOU, kept);
      return kept.limit();
    }
  }
}
