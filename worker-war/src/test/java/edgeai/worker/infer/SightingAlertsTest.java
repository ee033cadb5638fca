package edgeai.worker.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.TestThreads;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.settings.SettingReader;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.settings.WorkerSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SightingAlertsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final MutableClock clock = new MutableClock();
  private final TestThreads threads = new TestThreads();
  private final Coordinator coordinator = new Coordinator();
  private final SightingAlerts alerts =
      new SightingAlerts(
          WorkerSettings.read(new SettingReader(Map.of("WORKER_ID", "w")::get)),
          coordinator,
          clock,
          threads.managed());

  /** Remembers what was posted, and answers once it may. */
  private static final class Coordinator extends CoordinatorClient {
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private CountDownLatch answering = new CountDownLatch(0);
    private final List<String> answered = new CopyOnWriteArrayList<>();

    @Override
    public HttpResponse<String> post(String path, String json)
        throws IOException, InterruptedException {
      posted.add(path + " " + json);
      answering.await();
      answered.add(path);
      throw new IOException("away");
    }
  }

  @AfterEach
  void end() {
    threads.close();
  }

  private void see(String label, double confidence) {
    Detection found = new Detection(label, confidence, new Box(1, 2, 3, 4));
    alerts.see(7, List.of(found), 20);
  }

  private void awaitAnswered(int alerts) {
    await().atMost(LIMIT).until(() -> coordinator.answered.size() == alerts);
  }

  @Test
  void aPersonOrAVehicleThatIsSureIsTold() {
    see("person", 0.74);
    see("dog", 0.99);
    assertThat(coordinator.posted).isEmpty();
    see("person", 0.75);
    awaitAnswered(1);
    assertThat(coordinator.posted.get(0))
        .startsWith("/alerts {")
        .contains("\"worker_id\":\"w\"", "\"frame_id\":7", "\"level\":\"info\"")
        .contains("\"alert_labels\":[\"person\"]", "\"confidence\":0.75", "\"timestamp\":\"");
  }

  @Test
  void onceWithinTheCooldownThoughItDoesNotArrive() {
    see("car", 0.9);
    awaitAnswered(1);
    clock.advance(Duration.ofMillis(9_999));
    see("person", 0.9);
    assertThat(coordinator.posted).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              see("bus", 0.9); // the one before may not be off the books yet
              return coordinator.posted.size() == 2;
            });
  }

  @Test
  void noneWhileTheCoordinatorStillHasTheOneBefore() {
    coordinator.answering = new CountDownLatch(1);
    see("car", 0.9);
    await().atMost(LIMIT).until(() -> coordinator.posted.size() == 1);
    clock.advance(Duration.ofMinutes(1));
    see("car", 0.9);
    see("car", 0.9);
    coordinator.answering.countDown();
    awaitAnswered(1);
    assertThat(coordinator.posted).hasSize(1);
  }
}
