package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredecessorTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();
  private Path model;

  @BeforeEach
  void aModel() throws IOException {
    model = Files.createFile(Files.createDirectory(home.resolve("model")).resolve("yolov8n.onnx"));
  }

  private Configuration command() {
    return Configuration.ofCommand(
        SettingSource.environment(environment::get),
        Optional.empty(),
        new Configuration.Places(home, home, home.resolve("data")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yolov8n", "yolov8n.pt", "yolov8n.onnx", " yolov8n.pt "})
  void aNameBecomesTheFileOfOnnx(String name) {
    environment.put("MODEL_NAME", name);

    assertThat(command().reader().find(InferenceCatalogue.MODEL)).contains(model);
    assertThat(command().reader().origin(InferenceCatalogue.MODEL).words())
        .isEqualTo("environment MODEL_NAME");
    assertThat(command().notes())
        .containsExactly("MODEL_NAME=%s became MODEL=%s".formatted(name.strip(), model));
  }

  @Test
  void aModelThatIsNotThereIsRefusedWithTheWayOut() {
    environment.put("MODEL_NAME", "yolov8s.pt");
    assertThatThrownBy(this::command)
        .hasMessageStartingWith("MODEL_NAME=yolov8s.pt is not valid: ")
        .hasMessageContaining("there is no yolov8s.onnx")
        .hasMessageContaining("yolo export model=yolov8s.pt format=onnx");
  }

  @Test
  void aModelThatIsNamedInOurWayCounts() {
    environment.put("MODEL_NAME", "yolov8s.pt");
    environment.put("MODEL", "/m.onnx");
    assertThat(command().reader().find(InferenceCatalogue.MODEL)).contains(Path.of("/m.onnx"));
    assertThat(command().notes()).isEmpty();
  }

  @Test
  void itsFileIsReadAndSaysWhatBecameOfIt() throws IOException {
    Path file =
        Files.writeString(
            home.resolve(".env"),
            """
            # what the predecessor was set to
            MODEL_NAME="yolov8n.pt"   # small
            export CONFIDENCE_THRESHOLD=0.3 # lower
            PORT=8000
            PORT=8100
            DATABASE_PASSWORD=SECRET
            this is nothing
            """);

    Configuration read = command();

    assertThat(read.reader().find(InferenceCatalogue.MODEL)).contains(model);
    assertThat(read.reader().value(InferenceCatalogue.CONFIDENCE_THRESHOLD)).isEqualTo(0.3);
    assertThat(read.reader().value(ServerCatalogue.COORDINATOR_PORT)).isEqualTo(8100);
    assertThat(read.notes())
        .containsExactly(
            "%s: CONFIDENCE_THRESHOLD, PORT count as they would in edge.properties".formatted(file),
            "%s: DATABASE_PASSWORD, line 7 mean nothing here".formatted(file),
            "MODEL_NAME=yolov8n.pt became MODEL=%s".formatted(model));
  }

  @Test
  void aBadValueInItIsNamedWithItsLine() throws IOException {
    Path file = Files.writeString(home.resolve(".env"), "#\nJPEG_QUALITY=best\n");
    assertThatThrownBy(this::command).hasMessageStartingWith(file + ":2: JPEG_QUALITY=best ");
  }
}
