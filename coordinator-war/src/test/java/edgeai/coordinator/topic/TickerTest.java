package edgeai.coordinator.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.wire.LiveMessage;
import edgeai.coordinator.live.LiveFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class TickerTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> published = new CopyOnWriteArrayList<>();
  private int clients;
  private volatile boolean failing;

  private final Ticker ticker = ticker(null);

  private Ticker ticker(Schedule schedule) {
    return new Ticker(
        new Feed(),
        new Jobs(),
        new Workers(),
        new Alerts(),
        new Results(),
        new Metrics(),
        schedule);
  }

  @Test
  void nothingIsWorkedOutWhileNobodyListens() {
    ticker.tick();
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "forget job", "forget worker", "forget alert", "forget results", "forget metrics");
    assertThat(published).isEmpty();
  }

  @Test
  void jobsAreAskedBeforeResultsAndToldAfterThem() {
    clients = 1;
    ticker.tick();
    assertThat(asked).startsWith("job true").contains("results true", "alert true");
    assertThat(published).containsExactly("worker", "results", "alert", "job", "metrics");
  }

  @Test
  void everyOtherBeatIsASecond() {
    clients = 1;
    for (int beat = 0; beat < 4; beat++) {
      ticker.tick();
    }
    assertThat(asked.stream().filter(topic -> topic.startsWith("metrics")))
        .containsExactly("metrics true", "metrics false", "metrics true", "metrics false");
  }

  @Test
  void theFirstBeatThatIsHeardIsASecond() {
    ticker.tick();
    ticker.tick();
    asked.clear();
    clients = 1;
    ticker.tick();
    assertThat(asked).contains("metrics true");
  }

  @Test
  void aFailureDoesNotEndTheTicking() {
    clients = 1;
    failing = true;
    ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
    Failures failures = new Failures();
    try {
      ticker(new Schedule(thread, failures)).start(new Object());
      await().until(() -> failures.count("live beat") > 0);
      failing = false;
      await().untilAsserted(() -> assertThat(published).contains("metrics"));
    } finally {
      thread.shutdownNow();
    }
  }

  private List<LiveMessage> asked(String type, boolean second) {
    asked.add(type + " " + second);
    if (failing) {
      throw new IllegalStateException("a bug");
    }
    return List.of(new LiveMessage(type, null));
  }

  private final class Feed extends LiveFeed {
    Feed() {
      super(null, null, null, null);
    }

    @Override
    public int clients() {
      return clients;
    }

    @Override
    public void publish(List<LiveMessage> messages) {
      messages.forEach(message -> published.add(message.type()));
    }
  }

  private final class Jobs extends JobTopic {
    @Override
    public List<LiveMessage> beat(boolean second) {
      return asked("job", second);
    }

    @Override
    public void forget() {
      asked.add("forget job");
    }
  }

  private final class Workers extends WorkerTopic {
    @Override
    public List<LiveMessage> beat(boolean second) {
      return asked("worker", second);
    }

    @Override
    public void forget() {
      asked.add("forget worker");
    }
  }

  private final class Alerts extends AlertTopic {
    @Override
    public List<LiveMessage> beat(boolean second) {
      return asked("alert", second);
    }

    @Override
    public void forget() {
      asked.add("forget alert");
    }
  }

  private final class Results extends ResultTopic {
    @Override
    public List<LiveMessage> beat(boolean second) {
      return asked("results", second);
    }

    @Override
    public void forget() {
      asked.add("forget results");
    }
  }

  private final class Metrics extends MetricsTopic {
    @Override
    public List<LiveMessage> beat(boolean second) {
      return asked("metrics", second);
    }

    @Override
    public void forget() {
      asked.add("forget metrics");
    }
  }
}
