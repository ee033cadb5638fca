package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameNonce;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import edgeai.settings.Tiles;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class FrameRequestTest {
  private static final URI ADDRESS = URI.create("http://10.0.0.7:9001/process-frame");
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 0, 1, 2};
  private static final TestPool POOL = new TestPool();
  private static final WorkerNode BINARY = POOL.join("binary");
  private static final WorkerNode AGENT = POOL.join(TestPool.agent("agent"));
  private static final WorkerNode NAMING = POOL.join(TestPool.withModel("naming", TestPool.MODEL));
  private static final WorkerNode NAMING_AGENT = POOL.join(TestPool.namingAgent("naming-agent"));

  private static Frame frame(OptionalDouble confidence) {
    return new Frame(
        7,
        TestFrames.source("job", new ResultRules(confidence, Set.of())),
        0,
        0,
        FramePicture.asDisplayed(JPEG, 640, 480));
  }

  private static byte[] body(HttpRequest request) {
    BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    request.bodyPublisher().orElseThrow().subscribe(new PerBuffer(whole));
    return whole.getBody().toCompletableFuture().join();
  }

  private static JsonObject json(HttpRequest request) {
    try (var reader = Json.createReader(new ByteArrayInputStream(body(request)))) {
      return reader.readObject();
    }
  }

  @Test
  void aBinaryFrameIsTheJpegAndItsHeaders() {
    HttpRequest request = FrameRequest.of(frame(OptionalDouble.of(0.25)), ADDRESS, BINARY);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).isEqualTo(ADDRESS);
    assertThat(body(request)).isEqualTo(JPEG);
    assertThat(request.headers().map())
        .containsEntry("Content-Type", List.of("image/jpeg"))
        .containsEntry("Task-Id", List.of("frame-7"))
        .containsEntry("Frame-Id", List.of("7"))
        .containsEntry("Confidence", List.of("0.25"));
  }

  @Test
  void aJobThatAsksForNoConfidenceLeavesItToTheWorker() {
    assertThat(FrameRequest.of(frame(OptionalDouble.empty()), ADDRESS, BINARY).headers().map())
        .doesNotContainKey("Confidence");
    assertThat(json(FrameRequest.of(frame(OptionalDouble.empty()), ADDRESS, AGENT)))
        .containsOnlyKeys("task_id", "frame_id", "jpeg_b64");
  }

  @Test
  void aWorkerThatNamesItsModelsIsToldTheJobs() {
    Frame frame = frame(OptionalDouble.empty());

    assertThat(FrameRequest.of(frame, ADDRESS, NAMING).headers().map())
        .containsEntry("Model-Sha256", List.of(TestFrames.MODEL));
    assertThat(FrameRequest.of(frame, ADDRESS, NAMING_AGENT).headers().map())
        .containsEntry("Model-Sha256", List.of(TestFrames.MODEL));
    assertThat(FrameRequest.of(frame, ADDRESS, BINARY).headers().map())
        .doesNotContainKey("Model-Sha256");
  }

  @Test
  void aFrameBringsWhatOnlyWhoGetsItCanKnow() {
    Frame frame = frame(OptionalDouble.empty());

    String nonce = nonce(FrameRequest.of(frame, ADDRESS, BINARY));

    assertThat(nonce).matches("[0-9a-f]{32}");
    assertThat(FrameNonce.is(nonce, frame.id(), BINARY)).isTrue();
    assertThat(FrameNonce.is(nonce, frame.id() + 1, BINARY)).isFalse();
    assertThat(nonce(FrameRequest.of(frame, ADDRESS, AGENT))).isNotEqualTo(nonce);
  }

  private static String nonce(HttpRequest request) {
    return request.headers().firstValue(FrameNonce.HEADER).orElseThrow();
  }

  @Test
  void aSmallerPictureNamesTheFramesSize() {
    FramePicture picture = new FramePicture(JPEG, 640, 360, 1280, 720);
    Frame frame = new Frame(7, TestFrames.source("job", ResultRules.ALL), 0, 0, picture);

    assertThat(FrameRequest.of(frame, ADDRESS, BINARY).headers().map())
        .containsEntry("Frame-Width", List.of("1280"))
        .containsEntry("Frame-Height", List.of("720"));
    assertThat(FrameRequest.of(frame(OptionalDouble.empty()), ADDRESS, BINARY).headers().map())
        .doesNotContainKeys("Frame-Width", "Frame-Height");
  }

  @Test
  void aFrameThatIsToBeCutSaysSoAndGoesToNobodyWhoCannot() {
    ResultRules rules = new ResultRules(OptionalDouble.empty(), Set.of(), Tiles.SIX);
    Frame cut =
        new Frame(
            7, TestFrames.source("job", rules), 0, 0, FramePicture.asDisplayed(JPEG, 640, 480));

    assertThat(FrameRequest.of(cut, ADDRESS, BINARY).headers().map())
        .containsEntry("Tiles", List.of("3x2"));
    assertThat(FrameRequest.of(frame(OptionalDouble.empty()), ADDRESS, BINARY).headers().map())
        .doesNotContainKey("Tiles");
    assertThatIllegalArgumentException().isThrownBy(() -> FrameRequest.of(cut, ADDRESS, AGENT));
  }

  @Test
  void anAgentGetsBase64Json() {
    HttpRequest request = FrameRequest.of(frame(OptionalDouble.of(0.25)), ADDRESS, AGENT);
    JsonObject json = json(request);

    assertThat(request.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(json.getString("task_id")).isEqualTo("frame-7");
    assertThat(json.getInt("frame_id")).isEqualTo(7);
    assertThat(Base64.getDecoder().decode(json.getString("jpeg_b64"))).isEqualTo(JPEG);
    assertThat(json.getJsonNumber("confidence").doubleValue()).isEqualTo(0.25);
  }

  /** Hands single buffers to a subscriber of lists. */
  private record PerBuffer(BodySubscriber<byte[]> whole) implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      whole.onNext(List.of(buffer));
    }

    @Override
    public void onError(Throwable failure) {
      whole.onError(failure);
    }

    @Override
    public void onComplete() {
      whole.onComplete();
    }
  }
}
