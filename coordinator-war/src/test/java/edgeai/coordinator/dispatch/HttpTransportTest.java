package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.AnsweringServer;
import edgeai.common.fixture.TestThreads;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.frame.TestFrames;
import edgeai.settings.tls.Pins;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
  private final TestThreads threads = new TestThreads();
  private final TestPool pool = new TestPool();
  private final HttpTransport transport =
      new HttpTransport(new WorkerConnections(threads.managed(), Pins.NONE));

  @AfterEach
  void end() {
    threads.close();
  }

  private WorkerAnswer send(URI worker) {
    return begin(worker, WorkerRegistration.JPEG).join();
  }

  private CompletableFuture<WorkerAnswer> begin(URI worker, String... accepts) {
    WorkerRegistration there =
        new WorkerRegistration(
            "w",
            "host",
            worker.getHost(),
            worker.getPort(),
            List.of(WorkerRegistration.CAPABILITY),
            List.of(accepts),
            null,
            null,
            null,
            1,
            null);
    return transport.send(TestFrames.frame(7), pool.join(there));
  }

  @Test
  void anAnswerWithoutEndIsNotBelieved() {
    try (var worker = new AnsweringServer(AnsweringServer.endless())) {
      assertThat(send(worker.address()))
          .isInstanceOfSatisfying(
              WorkerAnswer.Implausible.class,
              answer ->
                  assertThat(answer.reason())
                      .contains("answered more than the 1048576 bytes allowed"));
    }
  }

  @Test
  void anAnswerIsReadByWhatItSays() {
    try (var worker =
        new AnsweringServer(
            AnsweringServer.of(200, "{\"status\":\"ok\",\"frame_id\":7,\"detections\":[]}"))) {
      assertThat(send(worker.address())).isInstanceOf(WorkerAnswer.Detected.class);
      assertThat(worker.requests()).singleElement().asString().startsWith("POST /process-frame ");
    }
  }

  @Test
  void aConnectionThatBreaksAndOneThatIsRefusedAreToldApart() {
    try (var worker = new AnsweringServer(exchange -> {})) {
      assertThat(send(worker.address())).isInstanceOf(WorkerAnswer.Died.class);
    }
    assertThat(send(URI.create("http://127.0.0.1:1"))).isInstanceOf(WorkerAnswer.Unserved.class);
  }

  @Test
  void anAgentGetsItsFrameAsJson() {
    try (var worker =
        new AnsweringServer(AnsweringServer.of(200, "{\"status\":\"ok\",\"detections\":0}"))) {
      assertThat(begin(worker.address()).join()).isInstanceOf(WorkerAnswer.Delivered.class);
      assertThat(worker.requests()).singleElement().asString().contains("\"frame_id\":7");
    }
  }

  /** However slowly its answer drips. */
  @Test
  void whoeverCancelsTheAnswerEndsTheCall() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch broken = new CountDownLatch(1);
    try (var worker =
        new AnsweringServer(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              begun.countDown();
              drip(exchange.getResponseBody(), broken);
            })) {
      CompletableFuture<WorkerAnswer> answer = begin(worker.address(), WorkerRegistration.JPEG);
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      answer.cancel(true);

      assertThat(broken.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void drip(OutputStream body, CountDownLatch broken) throws IOException {
    try {
      while (!broken.await(5, TimeUnit.MILLISECONDS)) {
        body.write(' ');
        body.flush();
      }
    } catch (IOException e) {
      broken.countDown();
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As where it waits for the ledger. */
  @Test
  void whoTakesAnAnswerInMayTakeLongWithoutHoldingUpTheNextCall() throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    CountDownLatch room = new CountDownLatch(1);
    try (var worker =
        new AnsweringServer(
            exchange -> {
              await(ready);
              AnsweringServer.of(200, "{\"status\":\"ok\",\"detections\":0}").write(exchange);
            })) {
      CountDownLatch taking = new CountDownLatch(1);
      CompletableFuture<Void> first =
          begin(worker.address(), WorkerRegistration.JPEG)
              .thenAccept(
                  answer -> {
                    taking.countDown();
                    await(room);
                  });
      ready.countDown();
      assertThat(taking.await(20, TimeUnit.SECONDS)).isTrue();

      assertThat(begin(worker.address(), WorkerRegistration.JPEG))
          .succeedsWithin(Duration.ofSeconds(20));
      assertThat(first).isNotDone();
      room.countDown();
      assertThat(first).succeedsWithin(Duration.ofSeconds(20));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void withoutAThreadNothingBegins() {
    threads.close();
    URI nowhere = URI.create("http://127.0.0.1:1");
    assertThatThrownBy(() -> begin(nowhere, WorkerRegistration.JPEG))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> begin(nowhere)).isInstanceOf(RejectedExecutionException.class);
  }
}
