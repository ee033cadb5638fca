package edgeai.common.request;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.Secret;
import edgeai.common.fixture.Problems;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.common.wire.WorkerRegistration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerReaderTest {
  private static final String TOKEN = Secret.fresh().text();

  private static JsonInput in(String json) {
    return JsonInput.parse(Body.of(json.replace('\'', '"')));
  }

  @Test
  void anAgentOfBeforeIsUnderstood() {
    WorkerRegistration agent =
        WorkerReader.registerWorker(
            in(
                "{'worker_id':'pi','hostname':'raspberry','ip_address':'192.168.1.5','port':9001,"
                    + "'capabilities':['yolov8n']}"));

    assertThat(agent.workerId()).isEqualTo("pi");
    assertThat(agent.ipAddress()).isEqualTo("192.168.1.5");
    assertThat(agent.hostname()).isEqualTo("raspberry");
    assertThat(agent.announcesDetection()).isTrue();
    assertThat(agent.acceptsJpeg()).isFalse();
    assertThat(agent.maxInFlight()).isEqualTo(1);
    assertThat(agent.modelSha256()).isNull();
  }

  @Test
  void theOtherCallNamesOneHost() {
    WorkerRegistration worker =
        WorkerReader.workersRegister(in("{'worker_id':'w','host':'edge-7','port':9001}"));

    assertThat(worker.ipAddress()).isEqualTo("edge-7");
    assertThat(worker.hostname()).isEqualTo("edge-7");
    assertThat(worker.capabilities()).isEqualTo(List.of());
    assertThat(worker.announcesDetection()).isFalse();
  }

  @Test
  void aWorkerOfThisProjectSaysMore() {
    WorkerRegistration worker =
        WorkerReader.workersRegister(
            in(
                "{'worker_id':'w','host':'::1','port':9001,'accepts':['image/jpeg'],"
                    + "'model_sha256':'ab','model':'yolo','provider':'CUDA','max_in_flight':5,"
                    + "'note':'n','frame_token':'%s'}".formatted(TOKEN)));

    assertThat(worker.acceptsJpeg()).isTrue();
    assertThat(worker.maxInFlight()).isEqualTo(5);
    assertThat(worker.provider()).isEqualTo("CUDA");
    assertThat(worker.note()).isEqualTo("n");
    assertThat(worker.frameToken()).isEqualTo(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "host/path",
        "host:80@evil",
        "a\\nb",
        "http://x",
        "%68ost/",
        "user@host"
      })
  void aHostThatIsNoneIsRefused(String host) {
    JsonInput body = in("{'worker_id':'w','host':'" + host + "','port':9001}");

    assertThat(Problems.of(() -> WorkerReader.workersRegister(body)).detail())
        .isEqualTo("host must be a host name or an IP address.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65_536, -1})
  void aPortThatIsNoneIsRefused(int port) {
    JsonInput body = in("{'worker_id':'w','host':'h','port':" + port + "}");

    assertThat(Problems.of(() -> WorkerReader.workersRegister(body)).status()).isEqualTo(422);
  }

  @Test
  void theNameOfAModelIsBounded() {
    JsonInput body =
        in("{'worker_id':'w','host':'h','port':1,'model_sha256':'%s'}".formatted("a".repeat(300)));

    assertThat(Problems.of(() -> WorkerReader.workersRegister(body)).detail())
        .isEqualTo("model_sha256 must be 1 to 128 printable characters.");
  }

  private static WorkerHeartbeat heartbeat(String body) {
    return WorkerReader.heartbeat(Body.of(body));
  }

  @Test
  void aHeartbeatMaySayWhichModelsAreOpen() {
    assertThat(heartbeat("{\"models\":[\"ab\",\"cd\"],\"note\":\"on the CPU\"}"))
        .isEqualTo(new WorkerHeartbeat(List.of("ab", "cd"), "on the CPU"));
    assertThat(heartbeat("{\"models\":[]}")).isEqualTo(new WorkerHeartbeat(List.of(), null));
  }

  @Test
  void whateverElseAHeartbeatSaysIsNeverRefused() {
    for (String body :
        List.of("", "{}", "[]", "nonsense", "{\"models\":7}", "{\"models\":[{}]}", "null")) {
      assertThat(heartbeat(body)).as(body).isEqualTo(WorkerHeartbeat.SILENT);
    }
    String many = "{\"models\":[" + "\"ab\",".repeat(99) + "\"cd\"]}";
    assertThat(heartbeat(many).models()).hasSize(16);
  }
}
