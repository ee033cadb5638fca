package edgeai.common.vision;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a model takes and who it says it is.
 *
 * @param file name of the model's file, for messages
 * @param input name of the input
 * @param inputType of its numbers
 * @param width of the input in pixels
 * @param height of the input in pixels
 * @param labels class names in the metadata
 * @param asksForSize whether it has a second input, {@link #SIZES}
 * @param endToEnd whether the metadata say that the network suppresses by itself
 * @param outputs their names
 * @param layout its name in the metadata; null if they name none
 * @param licence in the metadata; null if it names none
 * @param source in the metadata; null if it names none
 * @param thresholds in the metadata; the usual ones if they name none
 */
record ModelSignature(
    String file,
    String input,
    OnnxJavaType inputType,
    int width,
    int height,
    Labels labels,
    boolean asksForSize,
    boolean endToEnd,
    List<String> outputs,
    String layout,
    String licence,
    String source,
    ModelThresholds thresholds) {

  /** The input by which RT-DETR, D-FINE and DEIM ask for the size that boxes are wanted in. */
  static final String SIZES = "orig_target_sizes";

  private static final int USUAL_SIZE = 640;
  private static final int LARGEST_SIZE = 8192;

  /** Of a licence or a source, in characters. */
  private static final int LONGEST_TEXT = 500;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern SUPPRESSING = Pattern.compile("['\"]nms['\"]:\\s*True");

  static ModelSignature of(String file, OrtSession session) throws OrtException, ModelException {
    Map<String, String> metadata = session.getMetadata().getCustomMetadata();
    String task = metadata.getOrDefault("task", "detect");
    if (!task.equals("detect")) {
      throw new ModelException(
          "%s is a model for the task '%s'; use one that was trained and exported for 'detect'."
              .formatted(file, ClassNames.printable(task)));
    }
    NodeInfo input = images(file, session);
    TensorInfo tensor = (TensorInfo) input.getInfo();
    long[] shape = tensor.getShape();
    int[] hint = size(metadata.getOrDefault("imgsz", ""));
    int height = pixels(file, shape[2] > 0 ? shape[2] : hint[0]);
    int width = pixels(file, shape[3] > 0 ? shape[3] : hint[1]);
    return new ModelSignature(
        file,
        input.getName(),
        tensor.type,
        width,
        height,
        labels(file, metadata),
        session.getNumInputs() > 1,
        endToEnd(metadata),
        List.copyOf(session.getOutputNames()),
        text(metadata, "layout"),
        text(metadata, "license", "licence"),
        text(metadata, "source"),
        ModelThresholds.of(file, metadata));
  }

  /** Of the input tensor, with one picture in the batch. */
  long[] inputShape() {
    return new long[] {1, 3, height, width};
  }

  /**
   * The tensor behind an answer.
   *
   * @throws ModelException if it is none, or none of numbers that are read
   */
  OnnxTensor requireNumbers(OnnxValue answer) throws ModelException {
    if (answer instanceof OnnxTensor tensor && TensorMemory.holds(tensor.getInfo().type)) {
      return tensor;
    }
    throw new ModelException(
        "%s %s."
            .formatted(
                file,
                withoutFractions(
                    answer.getInfo() instanceof TensorInfo info
                        ? describe(info.type, info.getShape())
                        : "no tensor")));
  }

  /** To be put after the file's name. */
  static String withoutFractions(String seen) {
    return "answers with %s instead of a tensor of float, half or double; export a YOLO detector, whose first output is its boxes and scores"
        .formatted(seen);
  }

  private static NodeInfo images(String file, OrtSession session)
      throws OrtException, ModelException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    List<NodeInfo> pictures =
        inputs.values().stream().filter(input -> !input.getName().equals(SIZES)).toList();
    if (pictures.size() == 1
        && pictures.get(0).getInfo() instanceof TensorInfo tensor
        && takesPictures(tensor)
        && (inputs.size() == 1 || takesSizes(inputs.get(SIZES)))) {
      return pictures.get(0);
    }
    throw new ModelException(
        "%s takes %s instead of one float picture [1, 3, height, width]; export a detector of colour pictures with batch=1 and the channels before height and width; a second input may be orig_target_sizes [1, 2] of int64."
            .formatted(file, inputs.values().stream().map(ModelSignature::describe).toList()));
  }

  private static boolean takesPictures(TensorInfo tensor) {
    long[] shape = tensor.getShape();
    return TensorMemory.holdsFractions(tensor.type)
        && shape.length == 4
        && (shape[0] == 1 || shape[0] < 0)
        && (shape[1] == 3 || shape[1] < 0);
  }

  private static boolean takesSizes(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        && tensor.type == OnnxJavaType.INT64
        && tensor.getShape().length == 2;
  }

  private static String describe(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? describe(tensor.type, tensor.getShape())
        : node.getName();
  }

  /** Such as {@code float[1, 84, 8400]}. */
  static String describe(OnnxJavaType type, long[] shape) {
    return type.name().toLowerCase(Locale.ROOT) + Arrays.toString(shape);
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

  /** Of the first key that is there; null where none says anything. */
  private static String text(Map<String, String> metadata, String... keys) {
    return Stream.of(keys)
        .map(key -> ClassNames.printable(metadata.getOrDefault(key, ""), LONGEST_TEXT))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** {@code end2end} of a network's own, {@code nms} among the arguments of its export. */
  private static boolean endToEnd(Map<String, String> metadata) {
    return metadata.getOrDefault("end2end", "").equalsIgnoreCase("true")
        || SUPPRESSING.matcher(metadata.getOrDefault("args", "")).find();
  }

  private static Labels labels(String file, Map<String, String> metadata) throws ModelException {
    String literal = metadata.getOrDefault("names", "");
    try {
      return new Labels(literal.isBlank() ? new TreeMap<>() : ClassNames.byId(literal));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "%s has unreadable class names in its metadata (%s); export it again or remove 'names'."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
