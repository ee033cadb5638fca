package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.OnnxWriter;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that was set up wrongly ends, and says in one line what is wrong. */
@Timeout(400)
class StartRefusalIT {
  private static final int EX_CONFIG = 78;

  @Test
  void namesTheVariableTheValueAndWhatIsAllowed() {
    try (ServerProcess coordinator =
            ServerProcess.coordinator("refused-coordinator", Map.of("JPEG_QUALITY", "best"));
        ServerProcess worker =
            ServerProcess.worker(
                "refused-worker", "http://127.0.0.1:9", Map.of("CONFIDENCE_THRESHOLD", "1.5"))) {
      requireRefusal(coordinator, "JPEG_QUALITY", "best", "100");
      requireRefusal(worker, "CONFIDENCE_THRESHOLD", "1.5", "1");
    }
  }

  @Test
  void doesNotTakeAnotherModelThanTheOneItWasTold() {
    try (ServerProcess coordinator =
        ServerProcess.coordinator("refused-model", Map.of("MODEL", "/nowhere/yolo.onnx"))) {
      requireRefusal(coordinator, "no model file at /nowhere/yolo.onnx");
      assertThat(Build.filesIn(coordinator.data().resolve("models"))).isEmpty();
    }
  }

  @Test
  void namesWhatIsWrongWithAModelThatItCannotUse() throws Exception {
    Path folder = Build.emptyFolder("refused-models");
    Path half = folder.resolve("half.onnx");
    byte[] model = BlobModel.standard().toBytes();
    Files.write(half, Arrays.copyOf(model, model.length / 2));
    Path newer = folder.resolve("newer.onnx");
    Files.write(newer, answering(64).opset(99).toBytes());
    try (ServerProcess coordinator =
            ServerProcess.coordinator("refused-newer", Map.of("MODEL", newer.toString()));
        ServerProcess worker =
            ServerProcess.worker(
                "refused-half", "http://127.0.0.1:9", Map.of("MODEL", half.toString()))) {
      requireRefusal(coordinator, "newer.onnx uses opset 99", "opset=17");
      requireRefusal(worker, "half.onnx does not run");
    }
  }

  private static OnnxWriter answering(int side) {
    return new OnnxWriter()
        .input("images", 1, 3, side, side)
        .output("output0", 1, 3, side, side)
        .node("Identity", List.of("images"), "output0");
  }

  private static void requireRefusal(ServerProcess server, String... parts) {
    assertThat(server.awaitExit()).as(server.output()).isEqualTo(EX_CONFIG);
    assertThat(server.output().lines().filter(line -> line.startsWith("START REFUSED: ")))
        .singleElement()
        .asString()
        .contains(parts);
  }
}
