package edgeai.common.vision;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is wrong with outputs that no layout fits, and what to do about it. */
final class HeadRefusal {

  private static final int MASKS = 32;

  private final ModelSignature signature;
  private final Probe probe;
  private final long[] shape;
  private final String seen;

  HeadRefusal(ModelSignature signature, Probe probe) {
    this.signature = signature;
    this.probe = probe;
    shape = probe.shapes().get(0);
    seen = Arrays.toString(shape);
  }

  /** To be put after the file's name. */
  String reason() {
    if (signature.layout() != null) {
      return "has the layout '%s' in its metadata, and what it answers (%s) does not fit that; write the right one there or remove it"
          .formatted(signature.layout(), described());
    }
    if (probe.outputs().equals(LogitHead.LAYOUT.outputs())) {
      return ofLogits();
    }
    if (probe.outputs().equals(LabelHead.LAYOUT.outputs())) {
      return ofLabels();
    }
    if (!TensorMemory.holdsFractions(probe.types().get(0))) {
      return ModelSignature.withoutFractions(ModelSignature.describe(probe.types().get(0), shape));
    }
    if (shape.length == 3 && shape[0] == 1 && Math.min(shape[1], shape[2]) > YoloV8.BOX_ROWS) {
      return signature.labels().isEmpty() ? withoutNames() : withOtherNames();
    }
    return "answers with the shape %s instead of [1, 4 + classes, anchors]; export a YOLO detector (task 'detect') with batch=1"
        .formatted(seen);
  }

  private String described() {
    return IntStream.range(0, probe.outputs().size())
        .mapToObj(
            index -> probe.outputs().get(index) + " " + Arrays.toString(probe.shapes().get(index)))
        .collect(Collectors.joining(", "));
  }

  private String ofLabels() {
    return signature.labels().isEmpty()
        ? "answers with labels, boxes and scores, as RT-DETR and D-FINE do, and its metadata name no classes; put its class names into its metadata as 'names'"
        : "answers with %s instead of labels [1, queries], boxes [1, queries, 4] and scores [1, queries]; export RT-DETR or D-FINE with batch=1"
            .formatted(described());
  }

  private String ofLogits() {
    if (signature.labels().isEmpty()) {
      return "answers with logits and boxes, as RT-DETR and D-FINE do, and its metadata name no classes; put its class names into its metadata as 'names'";
    }
    int named = signature.labels().count();
    if (shape.length == 3 && shape[2] == named + 1) {
      return "names %d classes but has logits for %d: DETR and others with a softmax have one more for 'no object' and are not read; use a model with a sigmoid for each class (RT-DETR, D-FINE), or name its missing class in the metadata"
          .formatted(named, shape[2]);
    }
    return "names %d classes but answers with %s instead of logits [1, queries, classes] and boxes [1, queries, 4]; put the names of exactly its classes into its metadata as 'names', and export it with batch=1"
        .formatted(named, described());
  }

  private String withoutNames() {
    if (signature.outputs().size() > 1) {
      return "has %d outputs, and its metadata name no classes, so that nobody can tell what they mean; export a plain detector with one output, or put its class names into its metadata as 'names'"
          .formatted(signature.outputs().size());
    }
    AnchorCount anchors = AnchorCount.of(signature);
    if (anchors.isOfThree(shape[1])) {
      return "answers with the shape %s, which is that of YOLOv5 or v7 with an objectness beside the classes, and its metadata name no classes; put its class names into its metadata as 'names'"
          .formatted(seen);
    }
    if (anchors.isOfThree(shape[2])) {
      return "answers with the shape %s, which is that of YOLOv5 or v7 with an objectness beside the classes, and turned; export it as [1, anchors, 5 + classes] with its class names in the metadata as 'names', or use a model without an objectness (YOLOv5u, v8 or newer)"
          .formatted(seen);
    }
    return "answers with the shape %s%s, and its metadata name no classes: without names only [1, 4 + classes, anchors] can be read; put its class names into its metadata as 'names'"
        .formatted(seen, resemblance(anchors));
  }

  private String resemblance(AnchorCount anchors) {
    if (anchors.isOfOne(shape[1])) {
      return ", as YOLOX and YOLOv6 do";
    }
    if (shape[2] == EndToEndHead.COLUMNS) {
      return ", as end-to-end models do";
    }
    return shape[1] <= QueryHead.MOST_QUERIES && shape[2] < shape[1] ? ", as RT-DETR does" : "";
  }

  private String withOtherNames() {
    int named = signature.labels().count();
    long scores = Math.min(shape[1], shape[2]) - YoloV8.BOX_ROWS;
    return "names %d classes but scores %d in its output %s; %s"
        .formatted(named, scores, seen, advice(scores - named));
  }

  private String advice(long more) {
    if (more == 1) {
      return "if it has an angle (OBB) or an objectness in an unusual place (YOLOv5, v7 and YOLOX are read as [1, places, 5 + classes] with the boxes of strides 8, 16 and 32), use a plain detector without it (YOLOv5u, v8 or newer), else name its missing class in the metadata";
    }
    if (more == MASKS || signature.outputs().size() > 1) {
      return "if it finds masks too, use a detector instead of a segmentation model, else name all of its classes in the metadata";
    }
    return "put the names of exactly its classes into its metadata as 'names', or use a plain detector if it finds anything but boxes and classes";
  }
}
