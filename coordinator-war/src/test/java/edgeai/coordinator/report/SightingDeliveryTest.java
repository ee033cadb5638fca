package edgeai.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.http.JsonInput;
import edgeai.common.store.GroupWriter;
import edgeai.coordinator.result.FrameRepository;
import edgeai.coordinator.result.FrameTallies;
import edgeai.coordinator.settings.TestSettings;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Timeout(60)
class SightingDeliveryTest {
  private static final String CAR =
      "[{\"label\":\"car\",\"confidence\":0.9,\"box\":{\"x1\":1,\"y1\":2,\"x2\":3,\"y2\":4}}]";

  private final MutableClock clock = new MutableClock();

  @TempDir private Path folder;
  private OwingServer server;
  private Sightings sightings;
  private SightingDelivery delivery;

  /** An event as the admin server is told of it. */
  private record Told(Instant timestamp, String eventId, Map<String, Long> counts) {
    long cars() {
      return counts.getOrDefault("car", 0L);
    }
  }

  @BeforeEach
  void open() throws IOException {
    server = new OwingServer(folder);
    start();
  }

  /** As after a start: what was in memory is gone. */
  private void start() {
    Database database = server.ledger().database();
    FrameTallies frames = new FrameTallies(database, new FrameRepository(database));
    sightings = new Sightings(server.settings(), database, server.ledger().writer(), frames, clock);
    sightings.start();
    delivery =
        new SightingDelivery(sightings, new AdminReports(server.settings()), server.link(), clock);
  }

  private void restart() throws IOException {
    server.restart();
    start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private LedgerWriter writer() {
    return server.ledger().writer();
  }

  private void frame(String label, int objects) {
    writer().write(connection -> sightings.add(Map.of(label, objects)));
  }

  /** The disk takes nothing, as when it is full. */
  @Test
  void whatTheDiskDoesNotTakeIsHandedOverLater() throws Exception {
    frame("car", 3);
    server.events().close();
    clock.advanceSeconds(1);
    for (int i = 0; i < 20; i++) {
      delivery.run();
      sightings.all().forEach(sighting -> writer().write(connection -> {}));
    }
    assertThat(sightings.all()).singleElement().satisfies(s -> assertThat(s.closed()).isTrue());

    server.reopenEvents();
    start();
    deliverAll();

    assertThat(told()).singleElement().satisfies(event -> assertThat(event.cars()).isEqualTo(3));
  }

  /** Runs steps until nothing is left that is due. */
  private void deliverAll() {
    clock.advanceSeconds(1);
    await()
        .until(
            () -> {
              delivery.run();
              return sightings.all().isEmpty();
            });
  }

  private List<Told> told() throws IOException, InterruptedException {
    return server.owed("/camera-detection").stream().map(SightingDeliveryTest::told).toList();
  }

  private static Told told(JsonInput in) {
    JsonInput counts = in.object("object_counts");
    Map<String, Long> found = new TreeMap<>();
    counts.names().forEach(label -> found.put(label, counts.whole(label, 1, 1_000_000)));
    assertThat(in.whole("detected_vehicles", 0, 1_000_000))
        .isEqualTo(found.values().stream().mapToLong(Long::longValue).sum());
    assertThat(in.texts("vehicle_types")).containsExactlyElementsOf(found.keySet());
    return new Told(in.instant("timestamp"), in.uuid("event_id").toString(), found);
  }

  @Test
  void aJobIsReportedWhileItRunsAtMostOnceASecond() throws Exception {
    for (int frame = 0; frame < 50; frame++) {
      frame("car", 2);
      clock.advanceSeconds(0.2);
      for (int step = 0; step < 4; step++) {
        delivery.run();
      }
      await().until(() -> sightings.all().size() <= 1);
    }
    deliverAll();

    List<Told> told = told();
    assertThat(told.stream().mapToLong(Told::cars).sum()).isEqualTo(100);
    assertThat(told).hasSizeBetween(5, 10);
    for (int i = 1; i < told.size(); i++) {
      assertThat(Duration.between(told.get(i - 1).timestamp(), told.get(i).timestamp()))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
    assertThat(told).extracting(Told::eventId).doesNotHaveDuplicates();
  }

  @Test
  void whateverIsInTheMiddleOfItsWayWhenTheProcessDiesIsCountedOnce() throws Exception {
    Map<String, Long> byId = new TreeMap<>();
    long seen = 0;
    Set<Integer> steps = new HashSet<>();
    for (int round = 0; round < 12; round++) {
      frame("car", round + 1);
      seen += round + 1;
      clock.advanceSeconds(1.1);
      for (int step = 0; step < round % 4; step++) {
        delivery.run();
        steps.add(step);
      }
      restart();
    }
    deliverAll();
    told().forEach(event -> byId.put(event.eventId(), event.cars()));

    assertThat(steps).hasSize(3);
    assertThat(byId.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(seen);
  }

  @Test
  void whatWasHandedOverAndNotDeletedHasTheSameId() throws Exception {
    frame("car", 3);
    clock.advanceSeconds(1);
    delivery.run();
    await().until(() -> sightings.all().get(0).closed());
    Sightings.Sighting sighting = sightings.all().get(0);
    new AdminReportsProbe().hand(sighting);
    restart();
    deliverAll();

    List<Told> told = told();
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).isEqualTo(told.get(1));
  }

  /** Hands a sighting over as the delivery does, whereupon the process dies. */
  private final class AdminReportsProbe {
    void hand(Sightings.Sighting sighting) {
      server.link().owe(new AdminReports(server.settings()).ofSighting(sighting));
    }
  }

  @Test
  void framesOfAGroupThatIsNotStoredAreNotReported() {
    GroupWriter.Entry bad =
        connection -> {
          sightings.add(Map.of("car", 7));
          Database.update(connection, "insert into frame values (1)");
        };
    assertThat(writer().submit(bad)).failsWithin(Duration.ofSeconds(10));
    frame("bus", 1);

    assertThat(sightings.all()).hasSize(1);
    assertThat(sightings.all().get(0).counts()).isEqualTo(Map.of("bus", 1L));
  }

  @Test
  void moreLabelsThanAnEventTakesCountAsOther() {
    for (int label = 0; label < 300; label++) {
      String name = "label%03d".formatted(label);
      writer().submit(connection -> sightings.add(Map.of(name, 1)));
    }
    frame("z", 1);

    Map<String, Long> counts = sightings.all().get(0).counts();
    assertThat(counts).hasSize(200).containsEntry("other", 102L);
  }

  @Test
  void whileMuchIsOwedOneEventGrowsInsteadOfMany() throws Exception {
    for (int event = 0; event < 1_000; event++) {
      server.events().add("/camera-alerts", "{}");
    }
    for (int frame = 0; frame < 10; frame++) {
      frame("car", 1);
      clock.advanceSeconds(2);
      delivery.run();
    }

    assertThat(server.events().size()).isEqualTo(1_000);
    assertThat(sightings.all()).hasSize(1);
    assertThat(sightings.all().get(0).counts()).isEqualTo(Map.of("car", 10L));
  }

  @Test
  void aJobThatAnOlderVersionBeganIsReportedWhole() throws Exception {
    writer()
        .write(
            connection -> {
              Database.update(connection, "insert into unreported_job values ('old')");
              Database.update(
                  connection,
                  "insert into frame (frame_id, job_id, frame_index, media_time_ms, status,"
                      + " worker_id, processing_time_ms, received_at, detections, attempts, tried,"
                      + " found) values (1, 'old', 0, 0, 'completed', 'w', 1, 0, ?, 1, '[]', 1)",
                  CAR);
            });
    restart();
    await().until(() -> !sightings.all().isEmpty());
    restart();
    deliverAll();

    assertThat(told()).extracting(Told::cars).containsExactly(1L);
  }

  @Test
  void withoutAnAdminServerNothingIsKept() {
    Sightings none =
        new Sightings(TestSettings.with(), server.ledger().database(), writer(), null, clock);
    none.start();
    writer().write(connection -> none.add(Map.of("car", 1)));

    assertThat(none.all()).isEmpty();
  }
}
