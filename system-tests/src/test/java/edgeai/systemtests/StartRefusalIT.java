package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BlobModel;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server that was set up wrongly ends, and says in one line what is wrong. One of each kind is
 * started; the sentences are held where they are made.
 */
@Timeout(400)
@StartsServers(Lane.PROCESSES)
class StartRefusalIT {
  private static final int EX_CONFIG = 78;

  @Test
  void namesTheVariableTheValueAndWhatIsAllowed() {
    try (ServerProcess admin =
        ServerProcess.admin("refused-admin", Map.of("CAMERA_HEARTBEAT_TIMEOUT", "soon"))) {
      requireRefusal(admin, "CAMERA_HEARTBEAT_TIMEOUT", "soon", "86400");
    }
  }

  @Test
  @Tag("long")
  void doesNotTakeAnotherModelThanTheOneItWasTold() {
    try (ServerProcess coordinator =
        ServerProcess.coordinator("refused-model", Map.of("MODEL", "/nowhere/yolo.onnx"))) {
      requireRefusal(coordinator, "no model file at /nowhere/yolo.onnx");
      assertThat(Build.filesIn(coordinator.data().resolve("models"))).isEmpty();
    }
  }

  @Test
  @Tag("long")
  void namesWhatIsWrongWithAModelThatItCannotUse() throws IOException {
    byte[] model = BlobModel.standard().toBytes();
    Path half = Build.emptyFolder("refused-models").resolve("half.onnx");
    Files.write(half, Arrays.copyOf(model, model.length / 2));
    try (ServerProcess worker =
        ServerProcess.worker(
            "refused-half", "http://127.0.0.1:9", Map.of("MODEL", half.toString()))) {
      requireRefusal(worker, "half.onnx does not run");
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
