package edgeai.admin.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private TestEvents events;
  private Retention retention;

  @BeforeEach
  void open(@TempDir Path folder) {
    events = new TestEvents(folder, "EVENT_RETENTION_DAYS", "2", "MAX_EVENTS", "1500");
    retention =
        new Retention(events.settings, events.log, events.store.writer(), events.clock, null);
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
}
