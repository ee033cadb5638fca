package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.OnnxWriter;
import edgeai.common.fixture.OnnxWriter.Type;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts with an objectness, with queries and with several outputs are told apart, or refused. */
class LayoutProofTest {

  private static final String NAMES = "{0: 'a', 1: 'b', 2: 'c'}";

  /** The cells of an input of 64x64: strides 8, 16 and 32. */
  private static final int CELLS = 84;

  private static final int COLUMNS = 8;

  @TempDir Path folder;

  @Test
  void offsetsInCellsAreThoseOfYoloX() throws Exception {
    float[] head = new float[CELLS * COLUMNS];
    // the third cell of stride 16 in the second row
    put(head, row(64 + 4 + 2), 0.5f, 0.5f, 0, (float) Math.log(2), 0.9f, 0, 0, 0.8f);

    assertFinds(named(head), 0.72, 40, 24, 16, 32);
  }

  @Test
  void boxesThatGoWithTheirCellsAreDecoded() throws Exception {
    float[] head = decoded();
    put(head, row(70), 40, 24, 16, 32, 0.9f, 0, 0, 0.8f);

    assertFinds(named(head), 0.72, 40, 24, 16, 32);
  }

  @Test
  void anObjectnessOfOneEverywhereIsThatOfYoloV6() throws Exception {
    float[] head = sure(decoded());
    put(head, row(70), 40, 24, 16, 32, 1, 0, 0, 0.8f);

    assertFinds(named(head), 0.8, 40, 24, 16, 32);
  }

  @Test
  void threeRowsForEachCellAreThoseOfYoloV5() throws Exception {
    float[] head = new float[3 * CELLS * COLUMNS];
    CellGrid grid = new CellGrid(64, 64, 3, 3);
    for (int row = 0; row < 3 * CELLS; row++) {
      put(head, row(row), (float) grid.cell(row).centreX(), (float) grid.cell(row).centreY(), 8, 8);
    }
    put(head, row(200), 40, 24, 16, 32, 0.9f, 0, 0, 0.8f);

    assertFinds(
        constant(head, 1, 3 * CELLS, COLUMNS).metadata("names", NAMES), 0.72, 40, 24, 16, 32);
  }

  @Test
  void boxesThatDoNotGoWithTheirCellsAreNotThoseOfYoloV5() {
    OnnxWriter model = constant(new float[3 * CELLS * COLUMNS], 1, 3 * CELLS, COLUMNS);

    assertRefused(model.metadata("names", NAMES), "names 3 classes but scores 4", "objectness");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yolox", "yolox-decoded", "yolov6"})
  void whatTheFileSaysMustFit(String layout) {
    float[] head = sure(decoded());
    if (layout.equals("yolov6")) {
      head[row(5) + 4] = 0.5f;
    }

    assertRefused(
        named(head).metadata("layout", layout), "the layout '" + layout + "'", "[1, 84, 8]");
  }

  @Test
  void aLayoutThatNobodyKnows() {
    assertRefused(
        named(decoded()).metadata("layout", "yolo"),
        "the layout 'yolo'",
        "yolox-decoded",
        "yolov6");
  }

  /** Ids that begin at 1 may mean a class 0 without a name, or not. */
  @Test
  void twoReadingsAreOneTooManyUnlessTheFileSaysWhich() throws Exception {
    float[] head = decoded();
    put(head, row(70), 40, 24, 16, 32, 0.9f, 0, 0, 0.8f);
    String names = "{1: 'a', 2: 'b', 3: 'c'}";

    assertRefused(
        constant(head, 1, CELLS, COLUMNS).metadata("names", names),
        "more than one way (yolov8-transposed, yolox-decoded)",
        "'layout'");
    assertFinds(
        constant(head, 1, CELLS, COLUMNS)
            .metadata("names", names)
            .metadata("layout", "yolox-decoded"),
        0.72,
        40,
        24,
        16,
        32);
  }

  @Test
  void anAngleIsNoClass() {
    float[] head = decoded();
    for (int row = 0; row < CELLS; row++) {
      head[row(row) + 7] = -0.7f;
    }

    assertRefused(named(head), "instead of 0 to 1");
  }

  @Test
  void objectnessOfAllClassesEverywhereIsNone() {
    float[] head = sure(decoded());
    for (int row = 0; row < CELLS; row++) {
      head[row(row) + 6] = 0.9f;
    }

    assertRefused(named(head), "is sure of class 1 at 168 of 168 places");
  }

  @Test
  void queriesInFractions() throws Exception {
    float[] head = new float[100 * 7];
    put(head, 7 * 9, 0.625f, 0.375f, 0.25f, 0.5f, 0, 0, 0.8f);

    assertFinds(constant(head, 1, 100, 7).metadata("names", NAMES), 0.8, 40, 24, 16, 32);
    assertRefused(constant(head, 1, 100, 7), "as RT-DETR does", "'names'");
  }

  @Test
  void rankedQueriesInFractions() throws Exception {
    float[] head = new float[100 * 6];
    put(head, 0, 0.625f, 0.375f, 0.25f, 0.5f, 0.8f, 2);

    assertFinds(constant(head, 1, 100, 6).metadata("names", NAMES), 0.8, 40, 24, 16, 32);
  }

  /** The surest come first where the last column is numbers of classes. */
  @Test
  void queriesOfTwoClasses() throws Exception {
    float[] head = new float[100 * 6];
    put(head, 6 * 9, 0.625f, 0.375f, 0.25f, 0.5f, 0, 0.8f);

    assertFinds(constant(head, 1, 100, 6).metadata("names", "['a', 'c']"), 0.8, 40, 24, 16, 32);
  }

  @Test
  void rankedQueriesOfTwoClasses() throws Exception {
    float[] head = new float[100 * 6];
    put(head, 0, 0.625f, 0.375f, 0.25f, 0.5f, 0.8f, 1);
    put(head, 6, 0.625f, 0.375f, 0.25f, 0.5f, 0.2f, 0);

    assertFinds(constant(head, 1, 100, 6).metadata("names", "['a', 'c']"), 0.8, 40, 24, 16, 32);
  }

  @Test
  void queriesOfTwoClassesThatSeeNothingAtAll() throws Exception {
    float[] head = new float[100 * 6];
    for (int query = 0; query < 100; query++) {
      put(head, 6 * query, 0.5f, 0.5f, 0.5f, 0.5f, 0.01f, 0);
    }
    OnnxWriter model = constant(head, 1, 100, 6).metadata("names", "['a', 'c']");

    assertRefused(model, "(rt-detr-ranked, rt-detr)", "'layout'");
    try (Detector detector = open(model.metadata("layout", "rt-detr"))) {
      assertThat(detector.card().classes()).containsExactly("a", "c");
    }
  }

  @Test
  void placesInFractionsAreNoQueries() {
    float[] head = new float[CELLS * 7];
    put(head, 7 * 9, 0.625f, 0.375f, 0.25f, 0.5f, 0, 0, 0.8f);

    assertRefused(constant(head, 1, CELLS, 7).metadata("names", NAMES), "fractions of the picture");
  }

  @Test
  void logits() throws Exception {
    float[] logits = filled(100 * 3, -5);
    logits[5] = 2;

    assertFinds(logits(logits, 3, boxes()).metadata("names", NAMES), 0.8808, 40, 24, 16, 32);
    assertRefused(logits(logits, 3, boxes()), "name no classes", "RT-DETR and D-FINE", "'names'");
  }

  @Test
  void logitsOfASoftmax() {
    float[] logits = filled(100 * 4, -5);

    assertRefused(
        logits(logits, 4, boxes()).metadata("names", NAMES), "logits for 4", "'no object'");
    for (int query = 0; query < 100; query++) {
      logits[query * 4 + 3] = 9;
    }
    assertRefused(
        logits(logits, 4, boxes()).metadata("names", "['a', 'b', 'c', 'N/A']"),
        "is sure of class 3 at 200 of 200 places",
        "'no object'");
  }

  @Test
  void logitsThatAreProbabilities() {
    assertRefused(
        logits(filled(100 * 3, 0.01f), 3, boxes()).metadata("names", NAMES), "no logit below 0");
  }

  @Test
  void fractionsThatArePixels() {
    float[] boxes = boxes();
    boxes[4] = 40;

    assertRefused(
        logits(filled(100 * 3, -5), 3, boxes).metadata("names", NAMES),
        "boxes from 0.00 to 40.0 instead of fractions");
  }

  @Test
  void labelsWithoutNames() {
    assertRefused(labels(2), "labels, boxes and scores", "name no classes", "'names'");
  }

  @Test
  void labelsOfClassesThatThereAreNot() {
    assertRefused(labels(7).metadata("names", NAMES), "class number 7", "name 3 classes");
  }

  @Test
  void labelsBoxesAndScoresOfOtherShapes() {
    OnnxWriter model =
        pictures()
            .output(Type.INT64, "labels", 1)
            .output("boxes", 1, 4)
            .output("scores", 1)
            .longs("label", 2)
            .floats("box", new float[4], 1, 4)
            .floats("score", new float[1], 1)
            .node("Identity", List.of("label"), "labels")
            .node("Identity", List.of("box"), "boxes")
            .node("Identity", List.of("score"), "scores")
            .metadata("names", NAMES);

    assertRefused(model, "labels [1], boxes [1, 4], scores [1]", "[1, queries, 4]");
  }

  @Test
  void aSecondInputThatIsNoSize() {
    OnnxWriter model = named(decoded()).input(Type.FLOAT, "im_shape", 1, 2);

    assertRefused(model, "takes [float[1, 3, 64, 64], float[1, 2]]", "orig_target_sizes");
  }

  /** Outputs that nobody reads may be of any kind. */
  @Test
  void furtherOutputsAreLeftAlone() throws Exception {
    float[] logits = filled(100 * 3, -5);
    logits[5] = 2;
    OnnxWriter model =
        logits(logits, 3, boxes())
            .output(Type.INT64, "hidden", 2)
            .longs("state", 1, 2)
            .node("Identity", List.of("state"), "hidden")
            .metadata("names", NAMES);

    assertFinds(model, 0.8808, 40, 24, 16, 32);
  }

  private static int row(int index) {
    return index * COLUMNS;
  }

  /** Small boxes in the middle of their cells, and nothing in them. */
  private static float[] decoded() {
    float[] head = new float[CELLS * COLUMNS];
    CellGrid grid = new CellGrid(64, 64, 3, 1);
    for (int row = 0; row < CELLS; row++) {
      CellGrid.Cell cell = grid.cell(row);
      put(head, row(row), (float) cell.centreX(), (float) cell.centreY(), 8, 8);
    }
    return head;
  }

  private static float[] sure(float[] head) {
    for (int row = 0; row < CELLS; row++) {
      head[row(row) + 4] = 1;
    }
    return head;
  }

  private static float[] filled(int length, float value) {
    float[] numbers = new float[length];
    Arrays.fill(numbers, value);
    return numbers;
  }

  /** Of 100 queries, the second where it is looked for. */
  private static float[] boxes() {
    float[] boxes = new float[100 * 4];
    put(boxes, 4, 0.625f, 0.375f, 0.25f, 0.5f);
    return boxes;
  }

  private static void put(float[] head, int at, float... values) {
    System.arraycopy(values, 0, head, at, values.length);
  }

  private static OnnxWriter pictures() {
    return new OnnxWriter().input("images", 1, 3, 64, 64);
  }

  private static OnnxWriter named(float[] head) {
    return constant(head, 1, CELLS, COLUMNS).metadata("names", NAMES);
  }

  private static OnnxWriter constant(float[] head, long... shape) {
    return pictures()
        .output("output0", shape)
        .floats("head", head, shape)
        .node("Identity", List.of("head"), "output0");
  }

  private static OnnxWriter logits(float[] logits, int classes, float[] boxes) {
    return new OnnxWriter()
        .input("pixel_values", 1, 3, 64, 64)
        .output("logits", 1, 100, classes)
        .output("pred_boxes", 1, 100, 4)
        .floats("a", logits, 1, 100, classes)
        .floats("b", boxes, 1, 100, 4)
        .node("Identity", List.of("a"), "logits")
        .node("Identity", List.of("b"), "pred_boxes");
  }

  private static OnnxWriter labels(long label) {
    return pictures()
        .input(Type.INT64, "orig_target_sizes", 1, 2)
        .output(Type.INT64, "labels", 1, 1)
        .output("boxes", 1, 1, 4)
        .output("scores", 1, 1)
        .longs("label", label)
        .longs("shape", 1, 1)
        .floats("box", new float[] {32, 8, 48, 40}, 1, 1, 4)
        .floats("score", new float[] {0.8f}, 1, 1)
        .node("Reshape", List.of("label", "shape"), "labels")
        .node("Identity", List.of("box"), "boxes")
        .node("Identity", List.of("score"), "scores");
  }

  private void assertFinds(OnnxWriter model, double score, int cx, int cy, int width, int height)
      throws Exception {
    try (Detector detector = open(model);
        Picture picture = Picture.filled(64, 64, 0)) {
      List<Detection> found = detector.detect(picture, 0.4);
      assertThat(found)
          .singleElement()
          .satisfies(
              detection -> {
                assertThat(detection.label()).isEqualTo("c");
                assertThat(detection.confidence()).isEqualTo(score);
                assertThat(detection.box())
                    .isEqualTo(
                        new Box(cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2));
              });
    }
  }

  private void assertRefused(OnnxWriter model, String... parts) {
    assertThatThrownBy(() -> open(model))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model.onnx ")
        .hasMessageEndingWith(".")
        .hasMessageContainingAll(parts)
        .message()
        .doesNotContain("\n");
  }

  private Detector open(OnnxWriter model) throws Exception {
    Path file = Files.write(folder.resolve("model.onnx"), model.toBytes());
    return Detector.openWarm(file, new DetectorOptions("cpu", 1, 1));
  }
}
