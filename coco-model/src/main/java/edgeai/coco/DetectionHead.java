package edgeai.coco;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The end of an SSD detector as YOLO detectors have it: {@code [1, 4 + classes, anchors]}, centre
 * and size in pixels of the input, then the scores. Takes the place of what the graph does with
 * boxes, which ends in corners from 0 to 1 and has a background among its classes.
 */
final class DetectionHead {
  private static final int BOX = 4;

  /** The graph's order is y, x, height, width. */
  private static final int[] X_Y_WIDTH_HEIGHT = {1, 0, 3, 2};

  private static final String DECODE = "Postprocessor/Decode/";

  private final TensorFlowGraph source;
  private final Translation translation;
  private final OnnxGraph target;
  private final int pixels;
  private final int[] ids;
  private final int classes;

  /**
   * @param pixels a side of the input has
   * @param ids of the classes that are kept; 0 is the background
   * @param classes that the graph tells apart, with the background
   */
  DetectionHead(
      TensorFlowGraph source,
      Translation translation,
      OnnxGraph target,
      int pixels,
      int[] ids,
      int classes) {
    this.source = source;
    this.translation = translation;
    this.target = target;
    this.pixels = pixels;
    this.ids = ids;
    this.classes = classes;
  }

  /**
   * Writes it.
   *
   * @return how many anchors there are
   */
  int write(String output) {
    Tensor anchors = source.constant("Postprocessor/ExpandDims");
    int count = anchors.size() / BOX;
    String codes = rows("concat", X_Y_WIDTH_HEIGHT, BOX, "codes", count);
    String logits = rows("concat_1", ids, classes, "logits", count);
    String scores = target.node("Sigmoid", "scores", List.of(logits));
    List<String> boxes = boxes(codes, anchors);
    target.node(
        "Concat", output, List.of(boxes.get(0), boxes.get(1), scores), OnnxGraph.number("axis", 1));
    return count;
  }

  /** Centre: anchor's centre and a share of its size; size: anchor's size and a power. */
  private List<String> boxes(String codes, Tensor anchors) {
    float centreScale = factor(DECODE + "div");
    float sizeScale = factor(DECODE + "div_2");
    int count = anchors.size() / BOX;
    float[] centres = new float[2 * count];
    float[] sizes = new float[2 * count];
    float[] steps = new float[2 * count];
    for (int anchor = 0; anchor < count; anchor++) {
      for (int axis = 0; axis < 2; axis++) {
        // the corners of an anchor are top, left, bottom, right
        double low = anchors.values()[anchor * BOX + 1 - axis];
        double high = anchors.values()[anchor * BOX + BOX - 1 - axis];
        int place = axis * count + anchor;
        centres[place] = (float) ((low + high) / 2 * pixels);
        sizes[place] = (float) ((high - low) * pixels);
        steps[place] = (float) ((high - low) * pixels * centreScale);
      }
    }
    int[] shape = {1, 2, count};
    List<String> parts =
        target.nodes(
            "Split",
            List.of("codes/centre", "codes/size"),
            List.of(codes, target.integers("codes/parts", 2, 2)),
            OnnxGraph.number("axis", 1));
    String moved =
        target.node(
            "Mul",
            "boxes/moved",
            List.of(parts.get(0), target.floats("anchors/steps", new Tensor(shape, steps))));
    String centre =
        target.node(
            "Add",
            "boxes/centre",
            List.of(moved, target.floats("anchors/centres", new Tensor(shape, centres))));
    String exponent =
        target.node("Mul", "boxes/exponent", List.of(parts.get(1), target.scalar(sizeScale)));
    String power = target.node("Exp", "boxes/power", List.of(exponent));
    String size =
        target.node(
            "Mul",
            "boxes/size",
            List.of(power, target.floats("anchors/sizes", new Tensor(shape, sizes))));
    return List.of(centre, size);
  }

  private float factor(String node) {
    return source.constant(source.node(node).input(1)).scalar();
  }

  /**
   * What the predictors say of all anchors.
   *
   * @param concat where the graph puts them together
   * @param kept which of the numbers of an anchor
   * @param each how many numbers an anchor has there
   * @return {@code [1, kept, anchors]}
   */
  private String rows(String concat, int[] kept, int each, String name, int anchors) {
    List<String> parts = new ArrayList<>();
    int count = 0;
    List<String> reshaped = source.node(concat).inputs();
    for (String part : reshaped.subList(0, reshaped.size() - 1)) {
      GraphNode predictor = source.node(source.node(part).input(0));
      int perPlace = source.constant(predictor.input(1)).size() / each;
      FeatureMap map = translation.some(predictor, channels(kept, each, perPlace));
      parts.add(flat(map, kept.length, perPlace));
      count += perPlace * map.height() * map.width();
    }
    if (count != anchors) {
      throw new IllegalArgumentException(
          "%s speaks of %d anchors, and there are %d".formatted(concat, count, anchors));
    }
    return target.node("Concat", name, parts, OnnxGraph.number("axis", 2));
  }

  /** Those of the numbers that are kept of each anchor at a place, anchor after anchor. */
  private static int[] channels(int[] kept, int each, int perPlace) {
    return IntStream.range(0, perPlace)
        .flatMap(anchor -> IntStream.of(kept).map(number -> anchor * each + number))
        .toArray();
  }

  /** From places with anchors with numbers, channels first: each number of all anchors. */
  private String flat(FeatureMap map, int numbers, int perPlace) {
    String name = map.name();
    int places = map.height() * map.width();
    String split =
        target.node(
            "Reshape",
            name + "/split",
            List.of(name, target.integers(name + "/shape", 1, perPlace, numbers, places)));
    String turned =
        target.node(
            "Transpose", name + "/turned", List.of(split), OnnxGraph.numbers("perm", 0, 2, 3, 1));
    return target.node(
        "Reshape",
        name + "/flat",
        List.of(turned, target.integers(name + "/flat_shape", 1, numbers, places * perPlace)));
  }
}
