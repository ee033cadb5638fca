package edgeai.coco;

import java.util.List;

/** SSDLite MobileNetV2 for COCO's classes, from a TensorFlow graph to an ONNX model. */
final class CocoDetector {
  private static final int PIXELS = 300;
  private static final int STRIDE = 32;

  /** Its scores run lower than those of YOLO detectors. */
  private static final String CONFIDENCE = "0.3";

  /** Its boxes of one thing lie farther apart than those of YOLO detectors. */
  private static final String IOU = "0.5";

  /** What the first convolution takes: colours from -1 to 1; the loop before it only scales. */
  private static final String PREPROCESSED = "Preprocessor/sub";

  private CocoDetector() {}

  /**
   * The model.
   *
   * @param origin where the graph comes from, in words
   * @param sha256 of the graph's files
   */
  static byte[] toOnnx(TensorFlowGraph source, String origin, String sha256) {
    OnnxGraph target = new OnnxGraph("ssdlite_mobilenet_v2_coco");
    target.input("images", 1, 3, PIXELS, PIXELS);
    Translation translation = new Translation(source, target);
    translation.give(PREPROCESSED, preprocessed(target));
    int[] ids = CocoClasses.ids();
    DetectionHead head =
        new DetectionHead(source, translation, target, PIXELS, ids, CocoClasses.largestId() + 1);
    int anchors = head.write("output0");
    return target
        .output("output0", 1, 4 + ids.length, anchors)
        .metadata("description", "SSDLite MobileNetV2, trained on COCO")
        .metadata("author", "The TensorFlow Authors")
        .metadata("license", "Apache-2.0")
        .metadata("source", origin)
        .metadata("sha256", sha256)
        .metadata("task", "detect")
        .metadata("stride", Integer.toString(STRIDE))
        .metadata("imgsz", "[%d, %d]".formatted(PIXELS, PIXELS))
        .metadata("confidence", CONFIDENCE)
        .metadata("iou", IOU)
        .metadata("names", CocoClasses.literal())
        .toBytes();
  }

  private static FeatureMap preprocessed(OnnxGraph target) {
    String doubled = target.node("Mul", "images/doubled", List.of("images", target.scalar(2)));
    String centred = target.node("Sub", "images/centred", List.of(doubled, target.scalar(1)));
    return new FeatureMap(centred, 3, PIXELS, PIXELS);
  }
}
