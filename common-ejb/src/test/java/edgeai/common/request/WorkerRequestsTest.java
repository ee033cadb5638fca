package edgeai.common.request;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameTask;
import edgeai.common.wire.PostedResult;
import edgeai.common.wire.WorkerRegistration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one side writes is what the other reads. */
class WorkerRequestsTest {
  private static final PostedResult RESULT =
      new PostedResult("w", 7, List.of(new Detection("car", 0.875, new Box(1, 2, 30, 40))), 12.5);

  private static JsonInput in(String json) {
    return JsonInput.parse(Body.of(json));
  }

  private static WorkerRegistration registration(String model, String note) {
    return new WorkerRegistration(
        "w",
        "host",
        "10.0.0.7",
        9001,
        List.of(WorkerRegistration.CAPABILITY),
        List.of(WorkerRegistration.JPEG),
        model,
        model,
        model,
        4,
        note);
  }

  @Test
  void aRegistrationIsReadAsItWasWritten() {
    WorkerRegistration all = registration("ab", "no CUDA device");
    WorkerRegistration bare = registration(null, null);

    assertThat(WorkerReader.registerWorker(in(Requests.write(all)))).isEqualTo(all);
    assertThat(WorkerReader.registerWorker(in(Requests.write(bare)))).isEqualTo(bare);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_b", "%", "1.2.3", "0x7f.1", "2130706433", "", "a b", "[::1"})
  void nobodyIsAtAnAddressThatIsNone(String address) {
    String introduction = Requests.write(registration(null, null)).replace("10.0.0.7", address);

    assertThat(Problems.of(() -> WorkerReader.registerWorker(in(introduction))))
        .isEqualTo(new Problems.Refused(422, "ip_address must be a host name or an IP address."));
  }

  @Test
  void whatIsShownOfAWorkerIsOneLineOfBoundedLength() {
    WorkerRegistration read =
        WorkerReader.registerWorker(
            in(
                Requests.write(registration("m".repeat(999), "a\nb" + "\u202e" + "c".repeat(999)))
                    .replaceFirst("\"model_sha256\":\"m+\",", "")));

    assertThat(read.model()).hasSize(128);
    assertThat(read.provider()).hasSize(128);
    assertThat(read.note()).startsWith("a b c").hasSize(300);
  }

  @Test
  void aWorkerCanAndTakesNoMoreThanThereIs() {
    String many = "[" + "\"x\",".repeat(64) + "\"x\"]";
    String introduction =
        Requests.write(registration(null, null))
            .replaceFirst("\"accepts\":\\[[^]]*]", "\"accepts\":" + many);

    assertThat(Problems.of(() -> WorkerReader.registerWorker(in(introduction))))
        .isEqualTo(new Problems.Refused(422, "accepts has more than 64 entries."));
  }

  /** A coordinator of before would refuse a model without a name. */
  @Test
  void whatHasNoValueIsNotWritten() {
    assertThat(in(Requests.write(registration(null, null))).names())
        .containsExactlyInAnyOrder(
            "worker_id",
            "hostname",
            "ip_address",
            "port",
            "capabilities",
            "accepts",
            "max_in_flight");
  }

  @Test
  void aResultIsReadAsItWasWritten() {
    assertThat(ResultReader.read(Body.of(Requests.write(RESULT)))).isEqualTo(RESULT);
  }

  @Test
  void labelsAreDetectionsOfWhichNobodyKnowsWhere() {
    String json =
        """
        {"worker_id": "w", "frame_id": 7, "detected_objects": ["car"], "processing_time": 0.5}
        """;

    assertThat(ResultReader.readLabels(Body.of(json)))
        .isEqualTo(
            new PostedResult("w", 7, List.of(new Detection("car", 1, new Box(0, 0, 0, 0))), 500));
  }

  @Test
  void aFrameIsReadAsItWasWritten() {
    FrameTask task = new FrameTask("frame-7", 7, "AQID", 0.5);
    String json = Requests.write(task);

    assertThat(FrameTaskReader.readWithConfidence(Body.of(json))).isEqualTo(task);
    assertThat(FrameTaskReader.read(Body.of(json)).confidence()).isNull();
    assertThat(FrameTaskReader.picture(task)).containsExactly(1, 2, 3);
    assertThat(Requests.write(new FrameTask("t", 1, "", null))).doesNotContain("confidence");
  }

  @Test
  void whatIsNoBase64IsMalformed() {
    assertThat(Problems.of(() -> FrameTaskReader.picture(new FrameTask("t", 1, "%%", null))))
        .isEqualTo(new Problems.Refused(400, "jpeg_b64 is not valid base64."));
  }
}
