package edgeai.common.vision;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The head of YOLOX (Megvii's {@code export_onnx.py}): {@code [cells, 5 + classes]} floats with an
 * objectness. Boxes are offsets and logarithms of sizes in cells unless the export has decoded
 * them. Its pictures are blue-green-red from 0 to 255 and lie in the upper left corner.
 *
 * @param rows of the answer
 * @param decoded whether boxes are in pixels of the input
 * @param iou boxes of one class that overlap by more are one object
 */
record YoloX(ObjectnessRows rows, boolean decoded, double iou) implements Head {

  /** As it is exported unless told otherwise. */
  static final Layout LAYOUT = Layout.ofFirstOutput("yolox", specimen -> read(specimen, false));

  /** With {@code --decode_in_inference}. */
  static final Layout DECODED =
      Layout.ofFirstOutput("yolox-decoded", specimen -> read(specimen, true));

  private static final InputForm FORM = new InputForm(false, 255, false);

  private static Optional<Reading> read(Specimen specimen, boolean decoded) {
    return specimen.rows() == specimen.anchors().usual()
        ? ObjectnessRows.read(
            specimen,
            1,
            (rows, output) ->
                rows.isDecoded(output) == decoded && !(decoded && rows.isSureOfAll(output)),
            rows -> new YoloX(rows, decoded, specimen.iou()))
        : Optional.empty();
  }

  @Override
  public List<Candidate> objects(List<FloatBuffer> outputs, double confidence) {
    return NonMaxSuppression.suppress(
        rows.candidates(
            outputs.get(0), confidence, decoded ? ObjectnessRows::decoded : YoloX::decode),
        iou);
  }

  private static void decode(CellGrid.Cell cell, float[] row) {
    row[0] = (row[0] + cell.column()) * cell.stride();
    row[1] = (row[1] + cell.row()) * cell.stride();
    row[2] = (float) Math.exp(row[2]) * cell.stride();
    row[3] = (float) Math.exp(row[3]) * cell.stride();
  }

  @Override
  public void show(List<FloatBuffer> outputs, HeadProof proof) {
    rows.show(outputs.get(0), proof);
  }

  @Override
  public InputForm form() {
    return FORM;
  }
}
