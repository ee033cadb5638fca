package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.OnnxWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says of itself, and versions that this runtime does not know. */
class ModelFileTest {

  @TempDir Path folder;

  @Test
  void weightsInAnotherFileAreRefusedWithTheRemedy() {
    OnnxWriter model =
        head()
            .externalFloats("head", "model.onnx.data", 1, 7, 100)
            .node("Identity", List.of("head"), "output0");

    assertRefused(model, "another file (model.onnx.data)", "onnx.save(onnx.load('model.onnx')");
  }

  @Test
  void alsoWhereTheOtherFileIsThere() throws Exception {
    Files.write(folder.resolve("model.onnx.data"), new byte[4 * 700]);

    weightsInAnotherFileAreRefusedWithTheRemedy();
  }

  @Test
  void alsoWithinANode() {
    OnnxWriter model =
        head()
            .externalConstantNode("head", "/etc/passwd", 1, 7, 100)
            .node("Identity", List.of("head"), "output0");

    assertRefused(model, "another file (/etc/passwd)");
  }

  @Test
  void weightsThatNoSingleFileHolds() {
    OnnxWriter model =
        head()
            .externalFloats("huge", "weights", 1 << 20, 1000)
            .externalFloats("head", "weights", 1, 7, 100)
            .node("Identity", List.of("head"), "output0");

    assertRefused(model, "4.2 GB", "2 GB at most");
  }

  @Test
  void aNewerOpset() {
    OnnxWriter model = constant().opset(99);

    assertRefused(model, "uses opset 99", "knows opsets up to 2", "opset=17");
  }

  @Test
  void anOperatorThatIsNewerThanTheOpsetThatIsNamed() {
    OnnxWriter model =
        head()
            .floats("head", new float[700], 1, 7, 100)
            .node("Identity", List.of("head"), "output0", "num_outputs", 2);

    assertRefused(model, "says that it uses opset 13", "operator Identity", "opset=20");
  }

  @Test
  void aNewerFileFormat() {
    assertRefused(constant().irVersion(99), "IR version 99", "knows versions up to 1", "opset=17");
  }

  @Test
  void anOperatorOfAPlugin() {
    OnnxWriter model = head().node("BatchedNMS_TRT", List.of("images"), "output0");

    assertRefused(model, "the operator BatchedNMS_TRT", "yolo export format=onnx");
  }

  @Test
  void whateverGoesWrongWhileItRuns() {
    OnnxWriter model =
        head().longs("shape", 1, 7, 100).node("Reshape", List.of("images", "shape"), "output0");

    assertRefused(model, "does not run", "reshape");
  }

  @Test
  void aModelThatWasNotExported() throws Exception {
    Path file = Files.write(folder.resolve("yolov8n.pt"), new byte[] {'P', 'K', 3, 4, 0, 0});

    assertThatThrownBy(() -> Detector.openWarm(file, new DetectorOptions("cpu", 1, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("yolo export model=yolov8n.pt format=onnx");
  }

  @Test
  void readsVersionsAndFindsNothingElsewhere() throws Exception {
    OnnxHeader header = header(BlobModel.standard().toBytes());

    assertThat(header.irVersion()).isEqualTo(8);
    assertThat(header.opset("ai.onnx")).isEqualTo(13);
    assertThat(header.hasExternalWeights()).isFalse();
  }

  @Test
  void ofWhatIsNoOnnxItIsEmpty() throws Exception {
    byte[] model = BlobModel.standard().toBytes();
    for (int length = 0; length < model.length; length += 97) {
      byte[] cut = Arrays.copyOf(model, length);
      assertThat(header(cut).hasExternalWeights()).isFalse();
      for (int at = 0; at < Math.min(64, cut.length); at++) {
        cut[at] = (byte) 0xff;
      }
      assertThat(header(cut).irVersion()).isZero();
    }
  }

  private OnnxHeader header(byte[] bytes) throws Exception {
    return OnnxHeader.read(Files.write(folder.resolve("header.onnx"), bytes));
  }

  private static OnnxWriter head() {
    return new OnnxWriter().input("images", 1, 3, 64, 64).output("output0", 1, 7, 100);
  }

  private static OnnxWriter constant() {
    return head()
        .floats("head", new float[700], 1, 7, 100)
        .node("Identity", List.of("head"), "output0");
  }

  private void assertRefused(OnnxWriter model, String... parts) {
    assertThatThrownBy(
            () ->
                Detector.openWarm(
                    Files.write(folder.resolve("model.onnx"), model.toBytes()),
                    new DetectorOptions("cpu", 1, 1)))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model.onnx ")
        .hasMessageEndingWith(".")
        .hasMessageContainingAll(parts)
        .message()
        .doesNotContain("\n");
  }
}
