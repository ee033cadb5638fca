package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.AnsweringServer;
import edgeai.common.fixture.TestThreads;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.frame.TestFrames;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
  private final TestThreads threads = new TestThreads();
  private final TestPool pool = new TestPool();
  private final HttpTransport transport = new HttpTransport(client());

  @AfterEach
  void end() {
    threads.close();
  }

  private WorkerClient client() {
    WorkerClient client = new WorkerClient(threads.managed());
    client.open();
    return client;
  }

  private WorkerAnswer send(URI worker) throws InterruptedException {
    WorkerRegistration there =
        new WorkerRegistration(
            "w",
            "host",
            worker.getHost(),
            worker.getPort(),
            List.of(WorkerRegistration.CAPABILITY),
            List.of(WorkerRegistration.JPEG),
            null,
            null,
            null,
            1,
            null);
    return transport.send(TestFrames.frame(7), pool.join(there));
  }

  @Test
  void anAnswerWithoutEndIsNotBelieved() throws InterruptedException {
    try (var worker = new AnsweringServer(AnsweringServer.endless())) {
      assertThat(send(worker.address()))
          .isInstanceOfSatisfying(
              WorkerAnswer.Implausible.class,
              answer ->
                  assertThat(answer.reason()).contains("it answered more than 4194304 bytes"));
    }
  }

  @Test
  void anAnswerIsReadByWhatItSays() throws InterruptedException {
    try (var worker =
        new AnsweringServer(
            AnsweringServer.of(200, "{\"status\":\"ok\",\"frame_id\":7,\"detections\":[]}"))) {
      assertThat(send(worker.address())).isInstanceOf(WorkerAnswer.Detected.class);
      assertThat(worker.requests()).singleElement().asString().startsWith("POST /process-frame ");
    }
  }

  @Test
  void aConnectionThatBreaksAndOneThatIsRefusedAreToldApart() throws InterruptedException {
    try (var worker = new AnsweringServer(exchange -> {})) {
      assertThat(send(worker.address())).isInstanceOf(WorkerAnswer.Died.class);
    }
    assertThat(send(URI.create("http://127.0.0.1:1"))).isInstanceOf(WorkerAnswer.Unserved.class);
  }
}
