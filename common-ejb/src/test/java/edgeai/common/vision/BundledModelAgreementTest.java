package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's ONNX Runtime reads the bundled model as PyTorch, which trained it, meant it. */
class BundledModelAgreementTest {
  private static final Path REFERENCE = Path.of("..", "model", "street.reference.json");
  private static final int SIDE = 640;

  @Test
  void answersWhatPyTorchAnswers(@TempDir Path folder)
      throws IOException, ModelException, OrtException {
    JsonObject reference = reference();
    JsonObject tolerance = reference.getJsonObject("tolerance");
    double pixels = tolerance.getJsonNumber("pixels").doubleValue();
    double scores = tolerance.getJsonNumber("scores").doubleValue();
    int anchors = reference.getJsonArray("shape").getInt(2);
    float[] output = run(BundledModel.STREET.in(folder));
    JsonArray chosen = reference.getJsonArray("anchors");
    assertThat(chosen).hasSizeGreaterThan(50);
    for (JsonValue entry : chosen) {
      int anchor = entry.asJsonObject().getInt("anchor");
      JsonArray values = entry.asJsonObject().getJsonArray("values");
      for (int row = 0; row < values.size(); row++) {
        assertThat((double) output[row * anchors + anchor])
            .as("row %d of anchor %d", row, anchor)
            .isCloseTo(
                values.getJsonNumber(row).doubleValue(),
                within(row < YoloV8.BOX_ROWS ? pixels : scores));
      }
    }
  }

  private static float[] run(Path model) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model.toString());
        OnnxTensor input =
            OnnxTensor.createTensor(environment, picture(), new long[] {1, 3, SIDE, SIDE});
        OrtSession.Result result = session.run(Map.of("images", input))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] output = new float[values.remaining()];
      values.get(output);
      return output;
    }
  }

  /** The picture whose formula the reference names under {@code input}. */
  private static FloatBuffer picture() {
    FloatBuffer values = FloatBuffer.allocate(3 * SIDE * SIDE);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          int value = (7 * x + 13 * y + 29 * c + (x / 40) * (y / 40) * 11) % 256;
          values.put(value / 255f);
        }
      }
    }
    return values.flip();
  }

  private static JsonObject reference() throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(REFERENCE))) {
      return reader.readObject();
    }
  }
}
