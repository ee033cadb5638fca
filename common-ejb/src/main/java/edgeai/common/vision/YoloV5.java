package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The head of YOLOv5 (its original repository) and v7: {@code [3 * cells, 5 + classes]} floats with
 * an objectness, boxes in pixels of the input.
 *
 * @param rows of the answer
 * @param iou boxes of one class that overlap by more are one object
 */
record YoloV5(ObjectnessRows rows, double iou) implements Head {

  static final Layout LAYOUT = Layout.ofFirstOutput("yolov5", YoloV5::read);

  private static Optional<Reading> read(Specimen specimen) {
    return specimen.anchors().isOfThree(specimen.rows())
        ? ObjectnessRows.read(
            specimen,
            AnchorCount.SHAPES,
            ObjectnessRows::isDecoded,
            rows -> new YoloV5(rows, specimen.iou()))
        : Optional.empty();
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    return NonMaxSuppression.suppress(
        rows.candidates(outputs.get(0), confidence, ObjectnessRows::decoded), iou);
  }

  @Override
  public void show(List<FloatBuffer> outputs, HeadProof proof) {
    rows.show(outputs.get(0), proof);
  }
}
