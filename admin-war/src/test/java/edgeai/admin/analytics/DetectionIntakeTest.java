package edgeai.admin.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class DetectionIntakeTest {
  @TempDir private Path folder;
  private TestEvents events;

  @BeforeEach
  void open() {
    events = new TestEvents(folder);
  }

  @AfterEach
  void close() {
    events.close();
  }

  private void restart() {
    events.close();
    events = new TestEvents(folder);
  }

  @Test
  void anEventIsInTheLogTheTotalsAndTheTimelineAndTold() {
    events.take("a", "car", "bus", "car");

    assertThat(events.totals.snapshot())
        .isEqualTo(new Totals.Snapshot(1, 3, Map.of("a", 3L), Map.of("bus", 1L, "car", 2L)));
    assertThat(events.all())
        .singleElement()
        .satisfies(event -> assertThat(events.timeline.list()).containsExactly(event.entry()));
    assertThat(events.fired.of(DetectionCounted.class))
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.detection().vehicleTypes()).containsExactly("car", "bus", "car"));
  }

  @Test
  void anEventThatSawNothingIsAnEventToo() {
    events.take("a");

    assertThat(events.totals.snapshot())
        .isEqualTo(new Totals.Snapshot(1, 0, Map.of("a", 0L), Map.of()));
    assertThat(events.timeline.list()).hasSize(1);
  }

  @Test
  void anEventIdIsCountedOnceAcrossRestarts() {
    UUID id = UUID.randomUUID();
    events.take("a", events.clock.instant(), id, "car");
    events.take("a", events.clock.instant(), id, "car");
    restart();
    events.take("b", events.clock.instant(), id, "car", "car");

    assertThat(events.totals.snapshot().vehicles()).isEqualTo(1);
    assertThat(events.all()).hasSize(1);
    assertThat(events.intake.duplicates()).isEqualTo(1);
    assertThat(events.fired.of(DetectionCounted.class)).isEmpty();
  }

  @Test
  void allIsReadBack() {
    for (int n = 0; n < 150; n++) {
      events.take("camera-" + n % 3, "label-" + n % 7);
    }
    Totals.Snapshot totals = events.totals.snapshot();
    List<LoggedEvent.Entry> timeline = events.timeline.list();
    List<LoggedEvent> log = events.all();
    restart();

    assertThat(events.totals.snapshot()).isEqualTo(totals);
    assertThat(events.timeline.list()).isEqualTo(timeline).hasSize(100);
    assertThat(events.all()).isEqualTo(log).hasSize(150);
    events.take("one more", "car");
    assertThat(events.timeline.list()).hasSize(100);
    assertThat(events.all()).hasSize(151);
  }

  @Test
  void nanosecondsAndOddYearsSurvive() {
    for (String time :
        List.of(
            "2026-11-22T10:15:30.123456789Z", "0000-01-01T00:00:00Z", "1969-12-31T23:59:59.9Z")) {
      events.take("a", Instant.parse(time), null, "car");
    }

    assertThat(events.all())
        .extracting(event -> event.timestamp().toString())
        .containsExactly(
            "2026-11-22T10:15:30.123456789Z", "1969-12-31T23:59:59.900Z", "0000-01-01T00:00:00Z");
  }
}
