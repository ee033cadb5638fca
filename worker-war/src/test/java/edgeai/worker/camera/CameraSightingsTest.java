package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.admin.AdminClient;
import edgeai.common.admin.AdminLink;
import edgeai.common.admin.EventStore;
import edgeai.common.admin.OwedEvent;
import edgeai.common.door.SentBearer;
import edgeai.common.fixture.MutableClock;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.settings.SettingReader;
import edgeai.worker.settings.CameraSettings;
import edgeai.worker.settings.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraSightingsTest {
  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private final CameraSettings settings =
      WorkerSettings.read(
              new SettingReader(
                  Map.of("CAMERA_SOURCE", "0", "ADMIN_URL", "http://127.0.0.1:8001")::get))
          .camera()
          .orElseThrow();
  private EventStore store;
  private AdminLink link;
  private CameraSightings sightings;

  @BeforeEach
  void open() throws IOException {
    store = EventStore.open(folder.resolve("events"), 100, 1 << 20);
    link =
        new AdminLink(
            new AdminClient(SentBearer.NONE, new ConfiguredCalls(List.of())),
            settings.admin(),
            settings.identity(),
            store,
            settings.heartbeat());
    counting(List.of());
  }

  private void counting(List<String> classes) {
    CountedClasses counted = new CountedClasses(classes);
    counted.lookUp(
        new ModelCard(
            "street",
            "0".repeat(64),
            List.of("person", "car", "truck"),
            640,
            640,
            "cpu",
            null,
            null,
            0.4,
            null));
    sightings = new CameraSightings(settings, counted, link, clock);
  }

  private static Detection detection(String label) {
    return new Detection(label, 0.9, new Box(0, 0, 1, 1));
  }

  private void see(String... labels) {
    List<Detection> detections = Stream.of(labels).map(CameraSightingsTest::detection).toList();
    sightings.see(
        new FrameResult(
            1,
            "w",
            detections,
            Detection.countByLabel(detections),
            20,
            clock.instant(),
            FrameResult.COMPLETED,
            null,
            null,
            null,
            1,
            null));
  }

  private List<OwedEvent> events(String path) throws IOException, InterruptedException {
    List<OwedEvent> all = new ArrayList<>();
    for (Optional<OwedEvent> e = store.oldest(0); e.isPresent(); e = store.oldest(0)) {
      store.settle(e.get());
      if (e.get().path().equals(path)) {
        all.add(e.get());
      }
    }
    return all;
  }

  @Test
  void reportsOnceASecondAtMost() throws IOException, InterruptedException {
    for (int i = 0; i < 11; i++) {
      see("car");
      clock.advance(Duration.ofMillis(200));
    }

    assertThat(events("/camera-detection")).hasSize(3);
  }

  @Test
  void anEventHasTheCountsOfItsOwnFrame() throws IOException, InterruptedException {
    see("car", "car", "bus");
    see("person");

    assertThat(events("/camera-detection"))
        .singleElement()
        .satisfies(e -> assertThat(e.json()).contains("\"object_counts\":{\"bus\":1,\"car\":2}"));
  }

  @Test
  void anEmptyFrameIsNoEventAndDelaysNone() throws IOException, InterruptedException {
    see();
    see("car");

    assertThat(events("/camera-detection")).hasSize(1);
  }

  @Test
  void oneAlertTellsOfWhatGoesOn() throws IOException, InterruptedException {
    for (int minute = 0; minute < 10; minute++) {
      see("person", "truck");
      clock.advance(Duration.ofSeconds(59));
    }
    clock.advance(Duration.ofSeconds(1));
    see("person", "truck");

    assertThat(events("/camera-alerts"))
        .hasSize(2)
        .allSatisfy(e -> assertThat(e.json()).contains("\"level\":\"critical\""));
  }

  @Test
  void aFrameThatWasNotInferredCountsAsAnyOtherAndMakesNoWorkerQuick()
      throws IOException, InterruptedException {
    FrameResult slow =
        FrameResult.completed(1, "w", List.of(detection("car")), 60_000, clock.instant());
    sightings.see(slow);
    for (int i = 0; i < 30; i++) {
      clock.advance(Duration.ofMillis(200));
      sightings.see(
          FrameResult.completed(2 + i, "w", slow.detections(), 0, clock.instant())
              .reusing(slow.frameId(), 0.0));
    }
    clock.advance(Duration.ofMinutes(6));
    sightings.see(slow);
    List<OwedEvent> detections = new ArrayList<>();
    List<OwedEvent> alerts = new ArrayList<>();
    for (Optional<OwedEvent> e = store.oldest(0); e.isPresent(); e = store.oldest(0)) {
      store.settle(e.get());
      (e.get().path().equals("/camera-detection") ? detections : alerts).add(e.get());
    }

    assertThat(detections).hasSize(8);
    assertThat(alerts).singleElement().satisfies(e -> assertThat(e.json()).contains("60000 ms"));
  }

  @Test
  void onlyClassesThatCountAreAnEventAndAllAreWatchedForAlerts()
      throws IOException, InterruptedException {
    counting(List.of("Car", "Truck"));
    see("person", "person");
    see("person", "truck", "car");
    List<OwedEvent> detections = new ArrayList<>();
    List<OwedEvent> alerts = new ArrayList<>();
    for (Optional<OwedEvent> e = store.oldest(0); e.isPresent(); e = store.oldest(0)) {
      store.settle(e.get());
      (e.get().path().equals("/camera-detection") ? detections : alerts).add(e.get());
    }

    assertThat(detections)
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.json())
                    .contains("\"detected_vehicles\":2")
                    .contains("\"object_counts\":{\"car\":1,\"truck\":1}"));
    assertThat(alerts).singleElement().satisfies(e -> assertThat(e.json()).contains("person"));
  }
}
