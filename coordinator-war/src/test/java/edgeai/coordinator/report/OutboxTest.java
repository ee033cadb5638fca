package edgeai.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BothDatabases;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.Alert;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.settings.TestSettings;
import edgeai.coordinator.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Timeout(60)
@ExtendWith(QuietLog.class)
class OutboxTest {
  @TempDir private Path folder;
  private OwingServer server;
  private Outbox outbox;
  private OutboxDelivery delivery;

  @BeforeEach
  void open() throws IOException {
    server = new OwingServer(folder);
    start(server.settings());
  }

  /** As after a start: what was in memory is gone. */
  private void start(CoordinatorSettings with) {
    outbox =
        new Outbox(
            with, server.ledger().database(), server.ledger().writer(), new AdminReports(with));
    outbox.start();
    delivery = new OutboxDelivery(outbox, server.link());
  }

  private void restart() throws IOException {
    server.restart();
    start(server.settings());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
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
    server.ledger().writer().write(connection -> outbox.add(connection, alert));
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
    return server.owed("/camera-alerts").stream().map(alert -> alert.text("event_id")).toList();
  }

  @Test
  void anAlertIsHandedOverInItsOrder() throws Exception {
    stored(1);
    stored(2);
    deliverAll();

    assertThat(server.events().size()).isEqualTo(2);
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
    server.events().add("/camera-alerts", outbox.oldest(1).get(0).json());
    restart();
    deliverAll();

    List<String> owed = owed();
    assertThat(owed).hasSize(2);
    assertThat(owed.get(0)).isEqualTo(owed.get(1));
  }

  @Test
  void whatTheDiskDoesNotTakeStays() throws Exception {
    stored(1);
    server.events().close();
    delivery.run();
    assertThat(outbox.waiting()).isEqualTo(1);

    server.reopenEvents();
    start(server.settings());
    deliverAll();

    assertThat(owed()).hasSize(1);
  }

  @Test
  void anAlertThatIsNotStoredIsNotReported() {
    Alert alert =
        new Alert("w", 1, Instant.EPOCH, List.of(), List.of(), Alert.INFO, "m", 1, 1L, 1L, null);
    try {
      server
          .ledger()
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
    server
        .ledger()
        .writer()
        .write(
            connection ->
                Database.update(
                    connection,
                    "insert into outbox (body) select x from " + BothDatabases.numbers(),
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
