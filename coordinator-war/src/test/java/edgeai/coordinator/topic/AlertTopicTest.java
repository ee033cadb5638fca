package edgeai.coordinator.topic;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.coordinator.alert.AlertLog;
import edgeai.coordinator.alert.AlertRaised;
import edgeai.coordinator.alert.AlertRepeated;
import edgeai.coordinator.alert.LoggedAlert;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlertTopicTest {
  private final Map<Long, Integer> counts = new HashMap<>();
  private final AlertTopic topic =
      new AlertTopic(
          new AlertLog(null, null, null, null, null, null) {
            @Override
            public Optional<LoggedAlert> find(long number) {
              return Optional.ofNullable(counts.get(number)).map(n -> logged(number, n));
            }
          });

  private static LoggedAlert logged(long number, int count) {
    return new LoggedAlert(
        number,
        "w",
        1,
        Instant.EPOCH,
        List.of(),
        List.of("person"),
        "critical",
        "m",
        count,
        1,
        count,
        "job",
        null,
        null);
  }

  private void raise(long id) {
    counts.put(id, 1);
    topic.onRaised(new AlertRaised(id, null));
  }

  private void repeat(long id) {
    counts.merge(id, 1, Integer::sum);
    topic.onRepeated(new AlertRepeated(id));
  }

  private List<String> told(boolean second) {
    return Told.data(topic.beat(second)).stream()
        .map(d -> d.whole("alert_id", 0, 10_000) + " x" + d.whole("count", 0, 10_000))
        .toList();
  }

  @Test
  void aNewAlertIsToldAtTheNextBeatWithAllThatCameSince() {
    raise(7);
    repeat(7);
    assertThat(told(false)).containsExactly("7 x2");
    assertThat(told(true)).isEmpty();
  }

  @Test
  void oneThatGrowsIsToldOnceASecond() {
    raise(7);
    assertThat(told(true)).containsExactly("7 x1");
    repeat(7);
    repeat(7);
    assertThat(told(false)).isEmpty();
    repeat(7);
    assertThat(told(true)).containsExactly("7 x4");
    assertThat(told(true)).isEmpty();
  }

  @Test
  void oneThatTheLogHasNoMoreIsNotTold() {
    raise(7);
    counts.clear();
    assertThat(told(true)).isEmpty();
  }

  @Test
  void noMoreAreKeptThanTheLogKeeps() {
    LongStream.rangeClosed(1, 250).forEach(this::raise);
    assertThat(told(true)).hasSize(200).startsWith("51 x1").endsWith("250 x1");
    LongStream.rangeClosed(1, 250).forEach(this::repeat);
    assertThat(told(true)).hasSize(200).startsWith("51 x2").endsWith("250 x2");
  }

  @Test
  void whatHappenedWhileNobodyListenedIsDropped() {
    raise(7);
    repeat(7);
    topic.forget();
    assertThat(told(true)).isEmpty();
  }
}
