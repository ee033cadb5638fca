package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.BlobScene;
import edgeai.systemtests.fixture.DistantTraffic;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single pictures and the model. */
@OnServers
class PicturesContractIT {
  private static final long FRAME = 6_000_000_000_000_000L;
  private static final byte[] NO_PICTURE = "no picture".getBytes(StandardCharsets.UTF_8);
  private static final Shape PROCESSED =
      Shape.of("status:text", "task_id:text", "detections:integer");
  private static final Shape DETECTED =
      Shape.of("detections:detections", "processing_time_ms:number");
  private static final Shape MODEL =
      Shape.of(
          "name:text",
          "sha256:text",
          "classes:texts",
          "input_width:integer",
          "input_height:integer",
          "provider:text",
          "licence:text?",
          "confidence:number",
          "note:text?");

  private final Http http;

  PicturesContractIT(Pool pool) {
    this.http = pool.http();
  }

  @Test
  void infersAFrameOnTheSpotAndStoresIt() {
    int before = http.get("/results/summary").object().getInt("total_frames");
    JsonObject answer =
        http.post("/process-frame", frame(FRAME, Traffic.picture())).expect(200, PROCESSED);
    assertThat(answer.getString("status")).isEqualTo("ok");
    assertThat(answer.getString("task_id")).isEqualTo("task 1");
    assertThat(answer.getInt("detections")).isEqualTo(Traffic.expected(0).size());
    JsonObject stored = http.get("/results/frames/" + FRAME).expect(200, Shape.FRAME_RESULT);
    assertThat(stored.getString("worker_id")).isEqualTo("coordinator-local");
    assertThat(stored).containsEntry("job_id", JsonValue.NULL);
    assertThat(Traffic.found(stored)).isEqualTo(Traffic.expected(0));
    assertThat(http.get("/results/summary").object().getInt("total_frames")).isEqualTo(before + 1);
  }

  @Test
  void refusesWhatIsNoPicture() {
    JsonObject frame = frame(FRAME + 1, NO_PICTURE);
    assertThat(http.post("/process-frame", frame).problem(400)).contains("jpeg_b64");
    assertThat(http.post("/process-frame", frame(FRAME + 1, new byte[0])).problem(400))
        .contains("jpeg_b64");
    JsonObject broken =
        object("task_id", "t", "frame_id", FRAME + 1, "jpeg_b64", "%%%not base64%%%");
    assertThat(http.post("/process-frame", broken).problem(400)).contains("jpeg_b64");
    byte[] half = Arrays.copyOf(Traffic.picture(), 100);
    http.post("/process-frame", frame(FRAME + 1, half)).problem(400);
    http.get("/results/frames/" + (FRAME + 1)).problem(404);
  }

  @Test
  void detectsInTilesOfAPicture() {
    byte[] far = DistantTraffic.picture();
    assertThat(Traffic.found(http.post("/detect", "image/jpeg", far).expect(200, DETECTED)))
        .isEmpty();
    assertThat(
            Traffic.found(http.post("/detect?tiles=3x2", "image/jpeg", far).expect(200, DETECTED)))
        .isEqualTo(DistantTraffic.expected(0));
    assertThat(http.post("/detect?tiles=0x0", "image/jpeg", far).problem(422))
        .isEqualTo("tiles must be 1x1, 2x1, 3x2 or auto.");
  }

  @Test
  void detectsInOnePictureAndStoresNothing() {
    JsonObject before = http.get("/results/summary").object();
    JsonObject answer = http.post("/detect", "image/jpeg", Traffic.picture()).expect(200, DETECTED);
    assertThat(Traffic.found(answer)).isEqualTo(Traffic.expected(0));
    assertThat(http.get("/results/summary").object()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, png",
    "image/bmp, bmp",
    "image/jpeg, png",
    "IMAGE/PNG; name=street, png",
    "image/heic, png",
    "application/octet-stream, bmp"
  })
  void detectsInPicturesByTheirBytesWhateverTheyAreCalled(String type, String kind)
      throws IOException {
    BlobScene scene = BlobScene.picture(Traffic.WIDTH, Traffic.HEIGHT, Traffic.blobs(4));
    byte[] bytes = kind.equals("bmp") ? bitmap(scene.png()) : scene.png();
    JsonObject answer = http.post("/detect", type, bytes).expect(200, DETECTED);
    assertThat(Traffic.found(answer)).isEqualTo(Traffic.expected(4));
  }

  private static byte[] bitmap(byte[] png) throws IOException {
    ByteArrayOutputStream bitmap = new ByteArrayOutputStream();
    ImageIO.write(ImageIO.read(new ByteArrayInputStream(png)), "bmp", bitmap);
    return bitmap.toByteArray();
  }

  @Test
  void takesAJpegWithoutItsLastTwoBytes() {
    byte[] jpeg = Traffic.picture();
    byte[] unended = Arrays.copyOf(jpeg, jpeg.length - 2);
    JsonObject answer = http.post("/detect", "image/jpg", unended).expect(200, DETECTED);
    assertThat(Traffic.found(answer)).isEqualTo(Traffic.expected(0));
    http.post("/process-frame", frame(FRAME + 2, unended)).expect(200, PROCESSED);
    JsonObject stored = http.get("/results/frames/" + (FRAME + 2)).object();
    assertThat(Traffic.found(stored)).isEqualTo(Traffic.expected(0));
    byte[] cut = Arrays.copyOf(jpeg, jpeg.length * 2 / 3);
    assertThat(http.post("/detect", "image/jpeg", cut).problem(400)).contains("cut short");
  }

  @Test
  void refusesToDetectInWhatIsNoPicture() {
    http.post("/detect", "image/jpeg", NO_PICTURE).problem(400);
    http.post("/detect", "image/jpeg", new byte[0]).problem(400);
    for (String type : List.of("text/plain", "image/gif", "application/octet-stream")) {
      assertThat(http.post("/detect", type, NO_PICTURE).problem(415))
          .isEqualTo(
              "/detect takes image/jpeg, image/png, image/webp or image/bmp, not " + type + ".");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "high", "NaN", "1e400"})
  void refusesAnImpossibleConfidence(String confidence) {
    assertThat(
            http.post("/detect?confidence=" + confidence, "image/jpeg", Traffic.picture())
                .problem(422))
        .contains("confidence");
  }

  @Test
  void showsTheModelAndHandsItOut() throws NoSuchAlgorithmException {
    byte[] model = BlobModel.standard().toBytes();
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
    JsonObject shown = http.get("/model").expect(200, MODEL);
    assertThat(shown.getString("sha256")).isEqualTo(sha256);
    assertThat(shown.getString("name")).isEqualTo("blobs");
    assertThat(shown.getJsonArray("classes")).hasSize(6);
    assertThat(shown.getInt("input_width")).isEqualTo(640);
    assertThat(http.get("/model/" + sha256).expect(200).body()).isEqualTo(model);
    http.get("/model/" + "0".repeat(64)).problem(404);
    http.get("/model/x").problem(404);
  }

  private static JsonObject frame(long frameId, byte[] jpeg) {
    return object(
        "task_id",
        "task 1",
        "frame_id",
        frameId,
        "jpeg_b64",
        Base64.getEncoder().encodeToString(jpeg));
  }
}
