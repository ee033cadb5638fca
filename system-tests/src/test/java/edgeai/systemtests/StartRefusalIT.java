package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.ServerProcess;
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

  private static void requireRefusal(ServerProcess server, String... parts) {
    assertThat(server.awaitExit()).as(server.output()).isEqualTo(EX_CONFIG);
    assertThat(server.output().lines().filter(line -> line.startsWith("START REFUSED: ")))
        .singleElement()
        .asString()
        .contains(parts);
  }
}
