package edgeai.common.vision;

import java.util.Arrays;

/** What is wrong with an output that no layout fits, and what to do about it. */
final class HeadRefusal {

  private static final int MASKS = 32;

  private final ModelSignature signature;
  private final long[] shape;
  private final String seen;

  HeadRefusal(ModelSignature signature, long[] shape) {
    this.signature = signature;
    this.shape = shape;
    seen = Arrays.toString(shape);
  }

  /** To be put after the file's name. */
  String reason() {
    if (shape.length == 3 && shape[0] == 1 && Math.min(shape[1], shape[2]) > YoloV8.BOX_ROWS) {
      return signature.labels().isEmpty() ? withoutNames() : withOtherNames();
    }
    return "answers with the shape %s instead of [1, 4 + classes, anchors]; export a YOLO detector (task 'detect') with batch=1"
        .formatted(seen);
  }

  private String withoutNames() {
    if (signature.outputs() > 1) {
      return "has %d outputs, and its metadata name no classes, so that nobody can tell what they mean; export a plain detector with one output, or put its class names into its metadata as 'names'"
          .formatted(signature.outputs());
    }
    AnchorCount anchors = AnchorCount.of(signature);
    if (anchors.isOfThree(shape[1]) || anchors.isOfThree(shape[2])) {
      return "answers with the shape %s, which is that of YOLOv5 or v7 with an objectness beside the classes; use a model without one (YOLOv5u, v8 or newer)"
          .formatted(seen);
    }
    return "answers with the shape %s, and its metadata name no classes: without names only [1, 4 + classes, anchors] can be read; %s"
        .formatted(
            seen,
            shape[2] == EndToEndHead.COLUMNS
                ? "if these are end-to-end boxes, put its class names into its metadata as 'names'"
                : "put its class names into its metadata as 'names'");
  }

  private String withOtherNames() {
    int named = signature.labels().count();
    long scores = Math.min(shape[1], shape[2]) - YoloV8.BOX_ROWS;
    return "names %d classes but scores %d in its output %s; %s"
        .formatted(named, scores, seen, advice(scores - named));
  }

  private String advice(long more) {
    if (more == 1) {
      return "if it has an objectness (YOLOv5, v7, YOLOX) or an angle (OBB), use a plain detector without it (YOLOv5u, v8 or newer), else name its missing class in the metadata";
    }
    if (more == MASKS || signature.outputs() > 1) {
      return "if it finds masks too, use a detector instead of a segmentation model, else name all of its classes in the metadata";
    }
    return "put the names of exactly its classes into its metadata as 'names', or use a plain detector if it finds anything but boxes and classes";
  }
}
