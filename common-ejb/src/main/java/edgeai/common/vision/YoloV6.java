package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The head of YOLOv6: {@code [cells, 5 + classes]} floats, boxes in pixels of the input, and an
 * objectness that is 1 everywhere.
 *
 * @param rows of the answer
 * @param iou boxes of one class that overlap by more are one object
 */
record YoloV6(ObjectnessRows rows, double iou) implements Head {

  static final Layout LAYOUT = Layout.ofFirstOutput("yolov6", YoloV6::read);

  private static Optional<Reading> read(Specimen specimen) {
    return specimen.anchors().isOfOne(specimen.rows())
        ? ObjectnessRows.read(
            specimen,
            1,
            (rows, output) -> rows.isDecoded(output) && rows.isSureOfAll(output),
            rows -> new YoloV6(rows, specimen.iou()))
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
