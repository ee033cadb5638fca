package edgeai.coordinator.alert;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.wire.Alert;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.coordinator.settings.TestSettings;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class AlertLogTest {
  private final MutableClock clock = new MutableClock();
  private final FiredEvents events = new FiredEvents();
  private final List<Alert> told = new CopyOnWriteArrayList<>();
  private TestLedger ledger;
  private AlertLog log;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    log = readBack();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private AlertLog readBack() {
    AlertLog log =
        new AlertLog(
            TestSettings.with(),
            ledger.database(),
            ledger.writer(),
            clock,
            (connection, alert) -> told.add(alert),
            events);
    log.load();
    return log;
  }

  private Alert alert(long frameId, String jobId, String level, String label) {
    return new Alert(
        "w",
        frameId,
        clock.instant(),
        List.of(),
        List.of(label),
        level,
        "m",
        1,
        frameId,
        frameId,
        jobId);
  }

  private void raise(long frameId, String jobId, String level, String label) {
    log.raise(alert(frameId, jobId, level, label), clock.millis());
  }

  private int raised() {
    return events.of(AlertRaised.class).size();
  }

  @Test
  void whatGoesOnIsCountedInOne() {
    raise(5, "job", Alert.CRITICAL, "person");
    clock.advanceSeconds(59.999);
    raise(9, "job", Alert.CRITICAL, "person");
    raise(8, "job", Alert.CRITICAL, "person");

    LoggedAlert only = log.newest().get(0);
    assertThat(log.newest()).hasSize(1);
    assertThat(only.count()).isEqualTo(3);
    assertThat(only.firstFrameId()).isEqualTo(5);
    assertThat(only.lastFrameId()).isEqualTo(9);
    assertThat(raised()).isEqualTo(1);
  }

  @Test
  void whatIsNewIsToldOfWithinTheTransactionThatStoresIt() {
    raise(5, "job", Alert.CRITICAL, "person");
    raise(9, "job", Alert.CRITICAL, "person");
    log.acknowledge(1);
    assertThat(told).singleElement().isEqualTo(alert(5, "job", Alert.CRITICAL, "person"));

    log.post(alert(10, null, Alert.INFO, "bus"), null);
    assertThat(told).hasSize(2);
  }

  @Test
  void anAlertKeepsItsIdWhileItsCountGrows() {
    raise(1, "job", Alert.CRITICAL, "person");
    raise(2, "job", Alert.WARNING, "car");
    raise(3, "job", Alert.CRITICAL, "person");

    assertThat(events.of(AlertRaised.class))
        .extracting(AlertRaised::alertId)
        .containsExactly(1L, 2L);
    assertThat(events.of(AlertRepeated.class)).containsExactly(new AlertRepeated(1));
    assertThat(log.find(1)).map(LoggedAlert::count).contains(2);
    assertThat(log.find(2)).map(LoggedAlert::count).contains(1);
    assertThat(log.find(3)).isEmpty();
    assertThat(log.newest()).extracting(LoggedAlert::alertId).containsExactly(2L, 1L);
  }

  @Test
  void anAcknowledgedAlertStaysSoWhileItsCountGrowsAndAfterARestart() {
    raise(1, "job", Alert.CRITICAL, "person");
    Instant seen = clock.instant();
    assertThat(log.acknowledge(1)).isTrue();
    clock.advanceSeconds(5);
    raise(2, "job", Alert.CRITICAL, "person");
    assertThat(log.acknowledge(1)).isTrue();

    assertThat(log.newest()).hasSize(1);
    assertThat(log.newest().get(0).acknowledgedAt()).isEqualTo(seen);
    assertThat(log.newest().get(0).count()).isEqualTo(2);
    assertThat(raised()).isEqualTo(1);
    assertThat(readBack().newest()).isEqualTo(log.newest());
  }

  @Test
  void whatIsNotInTheLogCannotBeAcknowledged() {
    assertThat(log.acknowledge(1)).isFalse();
  }

  @Test
  void whatAWorkerSaidInsteadOfAnInstantIsKept() {
    log.post(alert(1, null, Alert.INFO, "person"), "just now");

    assertThat(log.newest().get(0).reportedTimestamp()).isEqualTo("just now");
    assertThat(readBack().newest()).isEqualTo(log.newest());
  }

  @Test
  void otherKindsAndOtherJobsAreAlertsOfTheirOwn() {
    raise(1, "job", Alert.CRITICAL, "person");
    raise(1, "job", Alert.WARNING, "car");
    raise(1, "job", Alert.WARNING, "slow_inference");
    raise(1, "other", Alert.CRITICAL, "person");
    raise(1, null, Alert.CRITICAL, "person");

    assertThat(log.newest()).hasSize(5);
  }

  @Test
  void aCongestionOfOtherVehiclesIsTheSameKind() {
    raise(1, "job", Alert.WARNING, "car");
    raise(2, "job", Alert.WARNING, "bus");

    assertThat(log.newest()).hasSize(1);
  }

  @Test
  void postedAlertsAreNeverCountedTogether() {
    log.post(alert(1, null, Alert.INFO, "person"), null);
    log.post(alert(1, null, Alert.INFO, "person"), null);

    assertThat(log.newest()).hasSize(2);
    assertThat(raised()).isEqualTo(2);
  }

  @Test
  void theNewestTwoHundredAreKeptNewestFirst() {
    for (long frame = 1; frame <= 250; frame++) {
      raise(frame, "job" + frame, Alert.CRITICAL, "person");
    }
    log.post(alert(251, null, Alert.INFO, "person"), null);

    assertThat(log.newest()).hasSize(200);
    assertThat(log.newest().get(0).frameId()).isEqualTo(251);
    assertThat(log.newest().get(199).frameId()).isEqualTo(52);
    assertThat(readBack().newest()).isEqualTo(log.newest());
  }

  private long kept(String level) {
    return log.newest().stream().filter(alert -> alert.level().equals(level)).count();
  }

  private void post(int alerts, String level) {
    for (int i = 0; i < alerts; i++) {
      log.post(alert(i, null, level, "person"), null);
    }
  }

  @Test
  void whatIsLessGravePushesOutOnlyWhatIsAlikeOnceItHasItsShare() {
    post(30, Alert.CRITICAL);
    post(40, Alert.WARNING);
    post(300, Alert.INFO);
    assertThat(List.of(kept(Alert.CRITICAL), kept(Alert.WARNING), kept(Alert.INFO)))
        .containsExactly(30L, 40L, 130L);
    assertThat(log.newest().get(129).frameId()).isEqualTo(170);

    post(300, Alert.WARNING);
    assertThat(List.of(kept(Alert.CRITICAL), kept(Alert.WARNING), kept(Alert.INFO)))
        .containsExactly(30L, 170L, 0L);

    post(300, Alert.CRITICAL);
    assertThat(kept(Alert.CRITICAL)).isEqualTo(200);
    assertThat(log.newest()).isSortedAccordingTo(comparing(LoggedAlert::alertId).reversed());
  }

  @Test
  void aGraveAlertOutlivesThousandsOfLightOnesAndARestart() {
    raise(1, "job", Alert.CRITICAL, "person");
    post(1_000, Alert.INFO);
    log = readBack();
    post(1_000, Alert.INFO);

    assertThat(log.find(1)).isPresent();
    assertThat(log.acknowledge(1)).isTrue();
    assertThat(log.newest()).hasSize(200);
    assertThat(readBack().newest()).isEqualTo(log.newest());
    assertThat(ledger.database().list("select alert_id from alert", row -> row.getLong(1)))
        .hasSize(200);
  }

  @Test
  void anAlertOfManyDetectionsIsReadBackToo() {
    Detection wide = new Detection("🚗".repeat(128), 0.123456789, new Box(0, 0, 99_999, 99_999));
    Alert alert =
        new Alert(
            "w",
            1,
            clock.instant(),
            Collections.nCopies(2_000, wide),
            List.of("person"),
            Alert.INFO,
            "m",
            1,
            1,
            1,
            null);
    log.post(alert, null);

    assertThat(readBack().newest()).isEqualTo(List.of(LoggedAlert.of(1, alert)));
  }
}
