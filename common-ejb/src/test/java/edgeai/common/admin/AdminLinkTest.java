package edgeai.common.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.CameraReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(QuietLog.class)
class AdminLinkTest {
  @TempDir private Path folder;
  private final Server server = new Server();
  private AdminLink link;

  /** Answers as it is told to, and remembers what it was asked. */
  private static final class Server extends AdminClient {
    private final Deque<CallOutcome> answers = new ArrayDeque<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private int failingCall;

    @Override
    public CallOutcome post(URI admin, String path, String json) {
      calls.add(path + " " + json);
      if (calls.size() == failingCall) {
        throw new NoClassDefFoundError("no/such/Class");
      }
      return answers.isEmpty() ? CallOutcome.TAKEN : answers.pollFirst();
    }
  }

  @BeforeEach
  void openStore() throws IOException {
    EventStore store = EventStore.open(folder.resolve("events"), 3, 1 << 20);
    link = link(store, Duration.ofHours(1));
  }

  private AdminLink link(EventStore store, Duration heartbeat) {
    return new AdminLink(
        server,
        URI.create("http://admin"),
        new CameraIdentity("gate 7", "Gate", "10.0.0.7"),
        store,
        heartbeat);
  }

  @Test
  void whateverIsThrownItGoesOnAfterAPause() throws InterruptedException {
    server.failingCall = 1;
    link.owe("/a", "1");
    Thread thread = new Thread(link);
    thread.start();
    try {
      await().until(() -> link.delivered() == 1);
    } finally {
      thread.interrupt();
      thread.join();
    }
    assertThat(server.calls).hasSize(3);
  }

  @Test
  void registersFirstAndThenDeliversInOrder() throws InterruptedException {
    link.owe("/a", "1");
    link.owe("/b", "2");

    assertThat(link.turn() && link.turn() && link.turn()).isTrue();

    assertThat(server.calls)
        .containsExactly(
            "/register-camera {\"camera_id\":\"gate"
                + " 7\",\"hostname\":\"Gate\",\"ip_address\":\"10.0.0.7\"}",
            "/a 1",
            "/b 2");
    assertThat(link.delivered()).isEqualTo(2);
    assertThat(link.waiting()).isZero();
    assertThat(link.isKnown()).isTrue();
  }

  @Test
  void whatWasNotTakenIsSentAgainBeforeAllElse() throws InterruptedException {
    link.turn();
    link.owe("/a", "1");
    link.owe("/a", "2");
    server.answers.add(CallOutcome.AWAY);

    assertThat(link.turn()).isFalse();
    assertThat(link.isKnown()).isFalse();
    assertThat(link.turn() && link.turn() && link.turn()).isTrue();

    assertThat(server.calls.stream().filter(call -> call.startsWith("/a")))
        .containsExactly("/a 1", "/a 1", "/a 2");
  }

  @Test
  void aServerThatForgotItIsRegisteredWithAgain() throws InterruptedException {
    link.turn();
    link.owe("/a", "1");
    server.answers.add(CallOutcome.UNKNOWN);

    assertThat(link.turn()).isFalse();
    assertThat(link.turn() && link.turn()).isTrue();

    assertThat(server.calls.get(2)).startsWith("/register-camera");
    assertThat(link.delivered()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsDroppedAndCounted() throws InterruptedException {
    link.turn();
    link.owe("/a", "1");
    link.owe("/a", "2");
    server.answers.add(CallOutcome.REFUSED);

    assertThat(link.turn() && link.turn()).isTrue();

    assertThat(link.refused()).isEqualTo(1);
    assertThat(link.delivered()).isEqualTo(1);
  }

  @Test
  void heartbeatsWhileThereIsNothingToReport() throws IOException, InterruptedException {
    EventStore other = EventStore.open(folder.resolve("other"), 3, 1 << 20);
    AdminLink beating = link(other, Duration.ofMillis(1));
    beating.turn();
    while (server.calls.size() < 2) {
      beating.turn();
    }

    assertThat(server.calls.get(1)).isEqualTo("/heartbeat/gate%207 {}");
  }

  @Test
  void whileTheServerIsAwayTheNewestWait() {
    for (int i = 0; i < 5; i++) {
      link.owe("/a", String.valueOf(i));
    }

    assertThat(link.waiting()).isEqualTo(3);
    assertThat(link.dropped()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "200, TAKEN",
    "201, TAKEN",
    "404, UNKNOWN",
    "302, AWAY",
    "408, AWAY",
    "429, AWAY",
    "500, AWAY",
    "503, AWAY",
    "400, REFUSED",
    "413, REFUSED",
    "422, REFUSED"
  })
  void everyStatusHasAMeaning(int status, CallOutcome meaning) {
    assertThat(AdminClient.meaning(status)).isEqualTo(meaning);
  }

  @Test
  void itsConditionIsToldAtFirstAndSoonAfterItChanged() throws IOException, InterruptedException {
    EventStore other = EventStore.open(folder.resolve("other"), 3, 1 << 20);
    AtomicReference<CameraReport> condition =
        new AtomicReference<>(new CameraReport("running", "the source ended"));
    AdminLink telling =
        new AdminLink(
            server,
            URI.create("http://admin"),
            new CameraIdentity("c", "Gate", "10.0.0.7"),
            other,
            Duration.ofHours(1),
            condition::get);
    telling.turn();
    condition.set(new CameraReport("stopped", null));
    await()
        .until(
            () -> {
              telling.turn();
              return server.calls.size() > 1;
            });

    assertThat(server.calls.get(0))
        .endsWith("\"state\":\"running\",\"trouble\":\"the source ended\"}");
    assertThat(server.calls.get(1)).isEqualTo("/heartbeat/c {\"state\":\"stopped\"}");
    telling.turn();
    assertThat(server.calls).hasSize(2);
  }
}
