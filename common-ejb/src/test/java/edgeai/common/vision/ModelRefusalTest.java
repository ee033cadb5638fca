package edgeai.common.vision;

import static edgeai.common.fixture.OnnxWriter.DYNAMIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.OnnxWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRefusalTest {

  @TempDir Path folder;

  @Test
  void aMissingFile() {
    Path missing = folder.resolve("yolo.onnx");

    assertThatThrownBy(() -> open(missing, "cpu"))
        .isInstanceOf(ModelException.class)
        .hasMessage("There is no model file at " + missing + "; put one there or name another.");
  }

  @Test
  void aFolder() {
    assertThatThrownBy(() -> open(folder, "cpu"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no model file");
  }

  @Test
  void noOnnx() {
    byte[] text = "I am a letter to my aunt".getBytes(StandardCharsets.US_ASCII);

    assertRefused(text, "model.onnx does not run as an ONNX model", "yolo export format=onnx");
    assertRefused(new byte[0], "model.onnx does not run as an ONNX model");
  }

  @Test
  void whateverByteIsWrongNoSourceIsNamed() throws Exception {
    byte[] whole = BlobModel.standard().toBytes();
    int refused = 0;
    for (int at = 0; at < 120; at++) {
      byte[] spoilt = whole.clone();
      spoilt[at] ^= 0x20;
      try (Detector detector = open(written(spoilt), "cpu")) {
        assertThat(detector).isNotNull();
      } catch (ModelException e) {
        refused++;
        assertThat(e.getMessage()).doesNotContain("onnxruntime", "::").endsWith(".");
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void halfAnOnnx() {
    byte[] whole = BlobModel.standard().toBytes();

    assertRefused(Arrays.copyOf(whole, whole.length / 2), "does not run as an ONNX model");
  }

  @ParameterizedTest
  @CsvSource({"'1,3,64', 3 axes", "'1,1,64,64', grey", "'4,3,64,64', batch", "'1,64,64,3', last"})
  void anInputThatIsNoPicture(String shape, String why) {
    long[] input = Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();

    assertRefused(
        identity(input).toBytes(), "instead of one float picture [1, 3, height, width]", "batch=1");
  }

  @Test
  void twoInputs() {
    byte[] model = identity(1, 3, 64, 64).input("more", 1, 3, 64, 64).toBytes();

    assertRefused(model, "instead of one float picture");
  }

  @Test
  void anOutputThatIsNoHead() {
    assertRefused(
        identity(1, 3, 64, 64).toBytes(), "[1, 3, 64, 64] instead of [1, 4 + classes, anchors]");
  }

  @Test
  void aHeadWithoutClasses() {
    assertRefused(head(4, 10).toBytes(), "[1, 4, 10] instead of");
  }

  @Test
  void namesThatDoNotMatchTheRows() {
    byte[] model = head(7, 10).metadata("names", "{0: 'car', 1: 'bus'}").toBytes();

    assertRefused(
        model, "names 2 classes but scores 3 in its output [1, 7, 10]", "name its missing");
  }

  @Test
  void namesThatMakeNoSense() {
    assertRefused(head(5, 1).metadata("names", "{0: car}").toBytes(), "unreadable class names");
  }

  @Test
  void anotherTask() {
    assertRefused(head(6, 10).metadata("task", "segment").toBytes(), "'segment'", "'detect'");
  }

  @Test
  void anInputTooLargeToBeMeant() {
    byte[] model =
        new OnnxWriter()
            .input("images", DYNAMIC, 3, DYNAMIC, DYNAMIC)
            .output("output0", DYNAMIC, 3, DYNAMIC, DYNAMIC)
            .node("Identity", List.of("images"), "output0")
            .metadata("imgsz", "[99999, 640]")
            .toBytes();

    assertRefused(model, "99999 pixels a side", "imgsz of 1 to 8192");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void aSmallHeadWithoutNamesIsTaken(int anchors) throws Exception {
    try (Detector detector = open(written(head(6, anchors).toBytes()), "cpu")) {
      assertThat(detector.card().classes()).containsExactly("class 0", "class 1");
      try (Picture picture = Picture.filled(100, 50, 0)) {
        assertThat(detector.detect(picture, 0.4)).isEmpty();
      }
    }
  }

  @Test
  void aDynamicSizeWithoutAHintIsTheUsualOne() throws Exception {
    OnnxWriter model =
        new OnnxWriter()
            .input("images", DYNAMIC, 3, DYNAMIC, DYNAMIC)
            .output("output0", 1, 6, 10)
            .floats("head", new float[60], 1, 6, 10)
            .node("Identity", List.of("head"), "output0");

    try (Detector detector = open(written(model.toBytes()), "cpu")) {
      assertThat(detector.card().inputWidth()).isEqualTo(640);
      assertThat(detector.card().inputHeight()).isEqualTo(640);
    }
  }

  @Test
  void cudaWhereThereIsNone() throws Exception {
    Path model = written(BlobModel.standard().toBytes());
    assumeTrue(!hasCuda(), "this ONNX Runtime build has a CUDA provider");

    assertThatThrownBy(() -> open(model, "cuda:1"))
        .isInstanceOf(ModelException.class)
        .hasMessageMatching(
            "model.onnx does not run on CUDA device 1 \\(.+\\); use .*, or the provider cpu\\.");
  }

  @Test
  void theAutomaticProviderFallsBackAndSaysWhy() throws Exception {
    Path model = written(BlobModel.standard().toBytes());
    assumeTrue(!hasCuda(), "this ONNX Runtime build has a CUDA provider");

    try (Detector detector = open(model, "auto")) {
      assertThat(detector.card().provider()).isEqualTo("cpu");
      assertThat(detector.card().note()).isEqualTo("this ONNX Runtime build has no CUDA provider");
    }
  }

  private static boolean hasCuda() {
    return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
  }

  /** Answers with the input. */
  private static OnnxWriter identity(long... shape) {
    return new OnnxWriter()
        .input("images", shape)
        .output("output0", shape)
        .node("Identity", List.of("images"), "output0");
  }

  /** Answers with zeros, whatever it is shown. */
  private static OnnxWriter head(int rows, int anchors) {
    return new OnnxWriter()
        .input("images", 1, 3, 32, 64)
        .output("output0", 1, rows, anchors)
        .floats("head", new float[rows * anchors], 1, rows, anchors)
        .node("Identity", List.of("head"), "output0");
  }

  private void assertRefused(byte[] model, String... parts) {
    assertThatThrownBy(() -> open(written(model), "cpu"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model.onnx ")
        .hasMessageEndingWith(".")
        .hasMessageContainingAll(parts)
        .message()
        .doesNotContain("\n");
  }

  private Path written(byte[] model) throws Exception {
    return Files.write(folder.resolve("model.onnx"), model);
  }

  private static Detector open(Path model, String provider) throws ModelException {
    return Detector.open(model, new DetectorOptions(provider, 1, 1));
  }
}
