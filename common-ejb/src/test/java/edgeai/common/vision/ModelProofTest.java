package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.OnnxWriter;
import edgeai.common.fixture.OnnxWriter.Type;
import edgeai.common.wire.Box;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that answer in another way than they seem to are refused before they see a frame. */
class ModelProofTest {

  private static final String NAMES = "{0: 'a', 1: 'b', 2: 'c'}";

  @TempDir Path folder;

  @Test
  void endToEndWithoutNamesIsNotTwoHundredAndNinetySixClasses() {
    float[] head = new float[300 * 6];
    put(head, 0, 24, 24, 40, 40, 0.9f, 2);

    assertRefused(constant(head, 1, 300, 6), "[1, 300, 6]", "name no classes", "'names'");
  }

  @Test
  void endToEndWithNamesIsRead() throws Exception {
    float[] head = new float[300 * 6];
    put(head, 0, 24, 16, 40, 48, 0.9f, 2);

    assertFindsC(constant(head, 1, 300, 6).metadata("names", NAMES));
  }

  @Test
  void endToEndWithOtherClassNumbers() {
    float[] head = new float[300 * 6];
    put(head, 0, 24, 24, 40, 40, 0.9f, 7);

    assertRefused(named(head, 1, 300, 6), "class number 7", "name 3 classes");
  }

  @Test
  void endToEndWithScoreAndClassTheOtherWayRound() {
    float[] head = new float[300 * 6];
    put(head, 0, 24, 24, 40, 40, 2, 0.9f);

    assertRefused(named(head, 1, 300, 6), "class number 0.9", "score, class");
  }

  @Test
  void endToEndWithCentresInsteadOfCorners() {
    float[] head = new float[300 * 6];
    put(head, 0, 40, 40, 16, 16, 0.9f, 1);

    assertRefused(named(head, 1, 300, 6), "left, top, right, bottom");
  }

  @Test
  void transposedIsReadWhereNamesTellSo() throws Exception {
    float[] head = new float[100 * 7];
    put(head, 5 * 7, 32, 32, 16, 32, 0, 0, 0.9f);

    assertFindsC(named(head, 1, 100, 7));
    assertRefused(constant(head, 1, 100, 7), "[1, 100, 7]", "name no classes");
  }

  @Test
  void objectnessWithoutNames() {
    float[] head = new float[252 * 8];

    assertRefused(constant(head, 1, 252, 8), "YOLOv5 or v7 with an objectness", "'names'");
    assertRefused(constant(head, 1, 8, 252), "YOLOv5 or v7 with an objectness", "YOLOv5u");
    assertRefused(constant(new float[84 * 8], 1, 84, 8), "name no classes", "YOLOX");
  }

  @Test
  void objectnessInAnUnusualPlace() {
    float[] head = new float[252 * 8];

    assertRefused(named(head, 1, 8, 252), "names 3 classes but scores 4", "objectness");
    assertRefused(named(new float[251 * 8], 1, 251, 8), "names 3 classes but scores 4", "OBB");
  }

  @Test
  void masksAreNoClasses() {
    float[] head = new float[39 * 84];

    assertRefused(named(head, 1, 39, 84), "names 3 classes but scores 35", "masks");
    assertRefused(withProtos(constant(head, 1, 39, 84)), "2 outputs", "'names'");
  }

  @Test
  void masksThatCouldBeScores() {
    float[] head = new float[39 * 100];
    column(head, 100, 32, 32, 16, 16, 0.9f);
    for (int row = 7; row < 39; row++) {
      head[row * 100] = 1;
    }

    assertRefused(constant(head, 1, 39, 100), "sure of 33 classes at one and the same place");
  }

  @ParameterizedTest
  @ValueSource(floats = {0.5f, 1f, 1.2f})
  void boxesInFractionsOfThePicture(float largest) {
    float[] head = new float[7 * 100];
    column(head, 100, largest, largest, 0.25f, 0.25f, 0.9f);

    assertRefused(named(head, 1, 7, 100), "fractions of the picture", "64x64");
    assertRefused(constant(head, 1, 7, 100), "fractions of the picture", "64x64");
  }

  @ParameterizedTest
  @ValueSource(floats = {1.2f, 4, -0.5f, -11})
  void scoresWithoutASigmoid(float score) {
    float[] head = new float[7 * 100];
    column(head, 100, 32, 32, 16, 16, score);

    assertRefused(named(head, 1, 7, 100), "instead of 0 to 1", "sigmoid");
    assertRefused(constant(head, 1, 7, 100), "instead of 0 to 1", "sigmoid");
  }

  @Test
  void aClassThatIsEverywhere() {
    float[] head = new float[7 * 100];
    for (int anchor = 0; anchor < 100; anchor++) {
      head[anchor] = 32;
      head[4 * 100 + anchor] = 0.99f;
    }

    assertRefused(named(head, 1, 7, 100), "sure of class 0 at 200 of 200 places", "background");
  }

  @Test
  void answersThatAreNoNumbers() {
    float[] head = new float[7 * 100];
    Arrays.fill(head, Float.NaN);

    assertRefused(named(head, 1, 7, 100), "1400 values of 1400 that are no numbers");
  }

  @Test
  void numbersWithoutAFraction() {
    OnnxWriter model =
        new OnnxWriter()
            .input("images", 1, 3, 64, 64)
            .output(Type.INT64, "output0", 1, 7, 100)
            .floats("head", new float[700], 1, 7, 100)
            .cast("head", "output0", Type.INT64);

    assertRefused(model, "int64[1, 7, 100]", "float, half or double");
  }

  @Test
  void aClassifier() {
    assertRefused(constant(new float[1000], 1, 1000), "[1, 1000] instead of", "'detect'");
  }

  @Test
  void boxesOnly() {
    assertRefused(constant(new float[1200], 1, 300, 4), "[1, 300, 4] instead of");
  }

  @Test
  void namesThatBeginAtOneAreInTheOrderOfTheRows() throws Exception {
    float[] head = new float[7 * 100];
    column(head, 100, 32, 32, 16, 32, 0, 0, 0.9f);

    assertFindsC(constant(head, 1, 7, 100).metadata("names", "{1: 'a', 2: 'b', 3: 'c'}"));
  }

  @Test
  void moreNamesThanRows() {
    assertRefused(
        constant(new float[700], 1, 7, 100).metadata("names", "['a', 'b', 'c', 'd', 'e']"),
        "names 5 classes but scores 3",
        "exactly its classes");
  }

  private void assertFindsC(OnnxWriter model) throws Exception {
    try (Detector detector = open(model);
        Picture picture = Picture.filled(64, 64, 0)) {
      assertThat(detector.card().classes()).containsExactly("a", "b", "c");
      assertThat(detector.detect(picture, 0.4))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.label()).isEqualTo("c");
                assertThat(found.box()).isEqualTo(new Box(24, 16, 40, 48));
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
        .doesNotContain("\n")
        // which gives some of these models
        .doesNotContain("nms=False");
  }

  private Detector open(OnnxWriter model) throws Exception {
    Path file = Files.write(folder.resolve("model.onnx"), model.toBytes());
    return Detector.openWarm(file, new DetectorOptions("cpu", 1, 1));
  }

  private static OnnxWriter named(float[] head, long... shape) {
    return constant(head, shape).metadata("names", NAMES);
  }

  /** Answers the same to every picture of 64x64, which has 84 places. */
  private static OnnxWriter constant(float[] head, long... shape) {
    return new OnnxWriter()
        .input("images", 1, 3, 64, 64)
        .output("output0", shape)
        .floats("head", head, shape)
        .node("Identity", List.of("head"), "output0");
  }

  private static OnnxWriter withProtos(OnnxWriter model) {
    return model.output("output1", 1, 3, 64, 64).node("Identity", List.of("images"), "output1");
  }

  private static void put(float[] head, int at, float... values) {
    System.arraycopy(values, 0, head, at, values.length);
  }

  /** The first anchor of a plain head. */
  private static void column(float[] head, int anchors, float... values) {
    for (int row = 0; row < values.length; row++) {
      head[row * anchors] = values[row];
    }
  }
}
