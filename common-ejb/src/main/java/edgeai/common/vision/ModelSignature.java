package edgeai.common.vision;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a model takes and who it says it is, checked against what YOLOv8 detectors look like.
 *
 * @param file name of the model's file, for messages
 * @param input name of the input
 * @param width of the input in pixels
 * @param height of the input in pixels
 * @param names class names in the metadata; empty if it has none
 * @param licence in the metadata; null if it names none
 */
record ModelSignature(
    String file, String input, int width, int height, List<String> names, String licence) {

  private static final int USUAL_SIZE = 640;
  private static final int LARGEST_SIZE = 8192;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  static ModelSignature of(String file, OrtSession session) throws OrtException, ModelException {
    Map<String, String> metadata = session.getMetadata().getCustomMetadata();
    String task = metadata.getOrDefault("task", "detect");
    if (!task.equals("detect")) {
      throw new ModelException(
          file
              + " is a model for the task '"
              + task
              + "'; use one that was exported for 'detect'.");
    }
    NodeInfo input = images(file, session);
    long[] shape = ((TensorInfo) input.getInfo()).getShape();
    int[] hint = size(metadata.getOrDefault("imgsz", ""));
    int height = pixels(file, shape[2] > 0 ? shape[2] : hint[0]);
    int width = pixels(file, shape[3] > 0 ? shape[3] : hint[1]);
    return new ModelSignature(
        file, input.getName(), width, height, names(file, metadata), licence(metadata));
  }

  /** Of the input tensor, with one picture in the batch. */
  long[] inputShape() {
    return new long[] {1, 3, height, width};
  }

  /** Labels for an output of this shape, which is {@code [1, 4 + classes, anchors]}. */
  List<String> classesFor(long[] output) throws ModelException {
    if (output.length != 3 || output[0] != 1 || output[1] <= YoloV8.BOX_ROWS || output[2] < 0) {
      throw new ModelException(
          "%s answers with the shape %s instead of [1, 4 + classes, anchors]; export a YOLOv8 detector with nms=False."
              .formatted(file, Arrays.toString(output)));
    }
    int rows = (int) output[1] - YoloV8.BOX_ROWS;
    if (names.isEmpty()) {
      return ClassNames.numbered(rows);
    }
    if (names.size() != rows) {
      throw new ModelException(
          "%s names %d classes but scores %d; export it again with nms=False."
              .formatted(file, names.size(), rows));
    }
    return names;
  }

  private static NodeInfo images(String file, OrtSession session)
      throws OrtException, ModelException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    if (inputs.size() == 1) {
      NodeInfo only = inputs.values().iterator().next();
      if (only.getInfo() instanceof TensorInfo tensor && takesPictures(tensor)) {
        return only;
      }
    }
    throw new ModelException(
        "%s takes %s instead of one float picture [1, 3, height, width]; export a YOLOv8 detector with half=False and batch=1."
            .formatted(file, inputs.values().stream().map(ModelSignature::describe).toList()));
  }

  private static boolean takesPictures(TensorInfo tensor) {
    long[] shape = tensor.getShape();
    return tensor.type == OnnxJavaType.FLOAT
        && tensor.onnxType == TensorInfo.OnnxTensorType.ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT
        && shape.length == 4
        && (shape[0] == 1 || shape[0] < 0)
        && (shape[1] == 3 || shape[1] < 0);
  }

  private static String describe(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? tensor.onnxType.name().replaceFirst(".*_", "").toLowerCase(Locale.ROOT)
            + Arrays.toString(tensor.getShape())
        : node.getName();
  }

  /** Height and width from {@code 640} or {@code [480, 640]}. */
  private static int[] size(String imgsz) {
    int[] numbers =
        NUMBER
            .matcher(imgsz)
            .results()
            .map(MatchResult::group)
            .mapToInt(Integer::parseInt)
            .toArray();
    return switch (numbers.length) {
      case 0 -> new int[] {USUAL_SIZE, USUAL_SIZE};
      case 1 -> new int[] {numbers[0], numbers[0]};
      default -> numbers;
    };
  }

  private static int pixels(String file, long side) throws ModelException {
    if (side < 1 || side > LARGEST_SIZE) {
      throw new ModelException(
          "%s wants pictures of %d pixels a side; export it with an imgsz of 1 to %d."
              .formatted(file, side, LARGEST_SIZE));
    }
    return (int) side;
  }

  private static String licence(Map<String, String> metadata) {
    String named = metadata.getOrDefault("license", metadata.getOrDefault("licence", ""));
    String clean = ClassNames.printable(named);
    return clean.isEmpty() ? null : clean;
  }

  private static List<String> names(String file, Map<String, String> metadata)
      throws ModelException {
    String literal = metadata.getOrDefault("names", "");
    try {
      return literal.isBlank() ? List.of() : ClassNames.parse(literal);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "%s has unreadable class names in its metadata (%s); export it again or remove 'names'."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
