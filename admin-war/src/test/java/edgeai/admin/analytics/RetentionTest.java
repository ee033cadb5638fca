package edgeai.admin.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Tag("databases-smoke")
class RetentionTest {
  private TestEvents events;
  private Retention retention;

  @BeforeEach
  void open(@TempDir Path folder) {
    events = new TestEvents(folder, "EVENT_RETENTION_DAYS", "2", "MAX_EVENTS", "1500");
    retention =
        new Retention(
            events.settings,
            events.log,
            events.buckets,
            events.volume,
            events.store.writer(),
            events.clock,
            null);
  }

  @AfterEach
  void close() {
    events.close();
  }

  private void take(int count) {
    for (int n = 0; n < count; n++) {
      events.take("a", "car");
    }
  }

  private long rows(String table) {
    return events
        .store
        .database()
        .list("select count(*) from " + table, row -> row.getLong(1))
        .get(0);
  }

  @Test
  void anEmptyLogIsLeftInPeace() {
    retention.purge();

    assertThat(retention.purged()).isZero();
  }

  @Test
  void oldEventsGoInBatchesAndTotalsStay() {
    take(1_100);
    events.clock.advance(Duration.ofDays(1));
    take(3);
    events.clock.advance(Duration.ofHours(25).plusSeconds(1));
    retention.purge();

    assertThat(retention.purged()).isEqualTo(1_100);
    assertThat(events.all()).hasSize(3);
    assertThat(events.totals.snapshot().vehicles()).isEqualTo(1_103);
    assertThat(rows("bucket")).isEqualTo(2);
    retention.purge();
    assertThat(retention.purged()).isEqualTo(1_100);
  }

  @Test
  void theOldestGoWhereThereAreTooMany() {
    take(1_507);
    retention.purge();

    assertThat(events.all()).hasSize(1_500);
    assertThat(events.all().get(1_499).number()).isEqualTo(8);
  }

  @Test
  void anEventIdIsForgottenWithItsEvent() {
    UUID id = UUID.randomUUID();
    events.take("a", events.clock.instant(), id, "car");
    events.clock.advance(Duration.ofDays(3));
    retention.purge();
    events.take("a", events.clock.instant(), id, "car");

    assertThat(events.totals.snapshot().vehicles()).isEqualTo(2);
  }

  private long characters() {
    return events
        .store
        .database()
        .list("select sum(char_length(counts)) from detection", row -> row.getLong(1))
        .get(0);
  }

  @Test
  void theOldestGoWhereTheyHoldTooMuch() {
    for (int n = 0; n < 300; n++) {
      events.take("a", "l".repeat(118));
    }
    long before = characters();
    retention.purge();

    assertThat(before).isGreaterThan(36_000);
    assertThat(characters()).isBetween(1L, 20_000L);
    assertThat(events.volume.charactersKept()).isEqualTo(characters());
    assertThat(retention.purged()).isEqualTo(200);
    assertThat(events.totals.snapshot().vehicles()).isEqualTo(300);
    retention.purge();
    assertThat(retention.purged()).isEqualTo(200);
  }

  @Test
  void theOldestMinutesOfTheSeriesGoWhereThereAreTooMany() {
    for (int minute = 0; minute < 60; minute++) {
      events.take("a", "car");
      events.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(rows("bucket")).isGreaterThan(60);
    retention.purge();

    assertThat(rows("bucket")).isLessThanOrEqualTo(50);
    assertThat(events.volume.bucketsKept()).isEqualTo(rows("bucket"));
    assertThat(events.all()).hasSize(60);
  }
}
