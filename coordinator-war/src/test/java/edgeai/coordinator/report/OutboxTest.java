package edgeai.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.admin.AdminLink;
import edgeai.common.admin.CameraIdentity;
import edgeai.common.admin.EventStore;
import edgeai.common.admin.OwedEvent;
import edgeai.common.fixture.QuietLog;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Alert;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.settings.TestSettings;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.TestLedger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(QuietLog.class)
class OutboxTest {
  private final CoordinatorSettings settings =
      TestSettings.with("ADMIN_URL", "http://127.0.0.1:1", "CAMERA_ID", "cam9");

  @TempDir private Path folder;
  private TestLedger ledger;
  private EventStore store;
  private Outbox outbox;
  private OutboxDelivery delivery;

  @BeforeEach
  void open() throws IOException {
    ledger = new TestLedger(folder);
    store = openStore();
    start(settings);
  }

  private EventStore openStore() throws IOException {
    return EventStore.open(folder.resolve("events"), 10_000, 1 << 24);
  }

  /** As after a start: what was in memory is gone. */
  private void start(CoordinatorSettings with) {
    AdminReports reports = new AdminReports(with);
    AdminLink link =
        new AdminLink(
            null,
            URI.create("http://127.0.0.1:1"),
            new CameraIdentity("cam9", "n", "h"),
            store,
            Duration.ofSeconds(15));
    outbox = new Outbox(with, ledger.database(), ledger.writer(), reports);
    outbox.start();
    delivery = new OutboxDelivery(outbox, link);
  }

  private void restart() throws IOException {
    ledger.close();
    store.close();
    open();
  }

  @AfterEach
  void close() throws IOException {
    ledger.close();
    store.close();
  }

  /** Stores an alert as the log does, in a transaction with other things. */
  private void stored(long frameId) {
    Alert alert =
        new Alert(
            "w",
            frameId,
            Instant.EPOCH,
            List.of(),
            List.of("truck"),
            Alert.CRITICAL,
            "m",
            1,
            frameId,
            frameId,
            "job");
    ledger.writer().write(connection -> outbox.add(connection, alert));
  }

  private void deliverAll() {
    await()
        .until(
            () -> {
              delivery.run();
              return outbox.waiting() == 0;
            });
  }

  /** The event_id of all that is owed. */
  private List<String> owed() throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    for (var event = store.oldest(0); event.isPresent(); event = store.oldest(0)) {
      all.add(told(event.get()));
      store.settle(event.get());
    }
    return all;
  }

  private static String told(OwedEvent event) {
    assertThat(event.path()).isEqualTo("/camera-alerts");
    JsonInput json = JsonInput.parse(Body.of(event.json()));
    assertThat(json.text("camera_id")).isEqualTo("cam9");
    return json.text("event_id");
  }

  @Test
  void anAlertIsHandedOverInItsOrder() throws Exception {
    stored(1);
    stored(2);
    deliverAll();

    assertThat(store.size()).isEqualTo(2);
    assertThat(owed()).doesNotHaveDuplicates();
  }

  @Test
  void anAlertThatIsStoredIsReportedThoughTheServerDiesAtThatMoment() throws Exception {
    stored(1);
    restart();
    deliverAll();

    assertThat(owed()).hasSize(1);
  }

  @Test
  void whatWasHandedOverWhenTheServerDiedComesTwiceUnderOneId() throws Exception {
    stored(1);
    store.add("/camera-alerts", outbox.oldest(1).get(0).json());
    restart();
    deliverAll();

    List<String> owed = owed();
    assertThat(owed).hasSize(2);
    assertThat(owed.get(0)).isEqualTo(owed.get(1));
  }

  @Test
  void whatTheDiskDoesNotTakeStays() throws Exception {
    stored(1);
    store.close();
    delivery.run();
    assertThat(outbox.waiting()).isEqualTo(1);

    store = openStore();
    start(settings);
    deliverAll();

    assertThat(owed()).hasSize(1);
  }

  @Test
  void anAlertThatIsNotStoredIsNotReported() {
    Alert alert =
        new Alert("w", 1, Instant.EPOCH, List.of(), List.of(), Alert.INFO, "m", 1, 1L, 1L, null);
    try {
      ledger
          .writer()
          .write(
              connection -> {
                outbox.add(connection, alert);
                throw new IllegalStateException("the alert cannot be stored");
              });
    } catch (IllegalStateException e) {
      assertThat(e).hasRootCauseMessage("the alert cannot be stored");
    }

    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void theOldestGoWhereThereAreTooMany() {
    ledger
        .writer()
        .write(
            connection ->
                Database.update(
                    connection,
                    "insert into outbox (body) select x from system_range(1, ?)",
                    Outbox.MOST + Outbox.SLACK));
    stored(1);

    assertThat(outbox.waiting()).isEqualTo(Outbox.MOST);
    assertThat(outbox.dropped()).isEqualTo(Outbox.SLACK + 1);
    assertThat(outbox.oldest(1).get(0).json()).isEqualTo(String.valueOf(Outbox.SLACK + 2));
  }

  @Test
  void withoutAnAdminServerNothingIsOwed() {
    start(TestSettings.with());
    stored(1);

    assertThat(outbox.waiting()).isZero();
  }
}
