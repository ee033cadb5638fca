package edgeai.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.admin.store.TestStore;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.request.Reported;
import edgeai.common.wire.CameraAlert;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Tag("databases-smoke")
class CameraAlertLogTest {
  private final FiredEvents events = new FiredEvents();
  private TestStore store;
  private CameraAlertLog log;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = new TestStore(folder);
    log = readBack();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private CameraAlertLog readBack() {
    CameraAlertLog kept =
        new CameraAlertLog(store.database(), store.writer(), new MutableClock(), events);
    kept.load();
    return kept;
  }

  private static Reported<CameraAlert> alert(long frameId, UUID eventId) {
    return new Reported<>(
        new CameraAlert(
            "a",
            "",
            frameId,
            Instant.parse("2026-11-22T10:15:30.123456789Z"),
            List.of("person", "truck"),
            "critical",
            "Look \"here\".",
            eventId),
        null);
  }

  private static LoggedCameraAlert logged(long number, Reported<CameraAlert> alert) {
    return LoggedCameraAlert.of(number, alert, null);
  }

  @Test
  void theNewestIsFirstAndAllIsReadBack() {
    Reported<CameraAlert> one = alert(1, null);
    Reported<CameraAlert> two = alert(2, UUID.randomUUID());
    log.take(one);
    log.take(two);

    assertThat(log.list()).containsExactly(logged(2, two), logged(1, one));
    assertThat(readBack().list()).isEqualTo(log.list());
    assertThat(events.of(CameraAlertRaised.class))
        .extracting(CameraAlertRaised::alert)
        .containsExactly(logged(1, one), logged(2, two));
  }

  @Test
  void anAcknowledgedAlertStaysSo() {
    log.take(alert(1, null));
    log.take(alert(2, null));

    assertThat(log.acknowledge(1)).isTrue();
    assertThat(log.acknowledge(1)).isTrue();
    assertThat(log.acknowledge(3)).isFalse();

    assertThat(log.list())
        .extracting(LoggedCameraAlert::acknowledgedAt)
        .containsExactly(null, new MutableClock().instant());
    assertThat(readBack().list()).isEqualTo(log.list());
    assertThat(events.of(CameraAlertAcknowledged.class)).hasSize(2);
    assertThat(events.of(CameraAlertRaised.class)).hasSize(2);
  }

  @Test
  void twoHundredAreListed() {
    for (int n = 1; n <= 205; n++) {
      log.take(alert(n, null));
    }

    assertThat(log.list())
        .hasSize(200)
        .extracting(LoggedCameraAlert::frameId)
        .startsWith(205L)
        .endsWith(6L);
    assertThat(readBack().list()).isEqualTo(log.list());
  }

  /** Beyond those that are listed, the oldest go where all together are too large. */
  @Test
  void fewLargeOnesFillNoDisk() {
    CameraAlertLog small =
        new CameraAlertLog(store.database(), store.writer(), new MutableClock(), events, 60_000);
    small.load();
    for (int n = 1; n <= 450; n++) {
      small.take(alert(n, null));
    }

    long rows = store.database().list("select count(*) from alert", row -> row.getLong(1)).get(0);
    assertThat(rows).isBetween(200L, 420L);
    assertThat(small.list()).hasSize(200);
  }

  @Test
  void anEventIdIsTakenOnceAcrossRestarts() {
    UUID id = UUID.randomUUID();
    log.take(alert(1, id));
    log.take(alert(2, id));
    readBack().take(alert(3, id));

    assertThat(readBack().list()).extracting(LoggedCameraAlert::frameId).containsExactly(1L);
    assertThat(log.duplicates()).isEqualTo(1);
    assertThat(events.of(CameraAlertRaised.class)).hasSize(1);
  }
}
