package edgeai.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.admin.AdminLink;
import edgeai.common.admin.CameraIdentity;
import edgeai.common.admin.EventStore;
import edgeai.common.admin.OwedEvent;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.settings.TestSettings;
import edgeai.coordinator.store.TestLedger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a server has that owes an admin server events which never takes any: real files. */
final class OwingServer implements AutoCloseable {
  private static final URI ADMIN = URI.create("http://127.0.0.1:1");
  private static final String CAMERA = "cam9";

  private final CoordinatorSettings settings =
      TestSettings.with("ADMIN_URL", ADMIN.toString(), "CAMERA_ID", CAMERA);
  private final Path folder;
  private TestLedger ledger;
  private EventStore events;
  private AdminLink link;

  OwingServer(Path folder) throws IOException {
    this.folder = folder;
    ledger = new TestLedger(folder);
    reopenEvents();
  }

  CoordinatorSettings settings() {
    return settings;
  }

  TestLedger ledger() {
    return ledger;
  }

  EventStore events() {
    return events;
  }

  AdminLink link() {
    return link;
  }

  /** As {@link EventStore#open}, of the events that were closed; their link is a new one. */
  void reopenEvents() throws IOException {
    events = EventStore.open(folder.resolve("events"), 10_000, 1 << 24);
    link =
        new AdminLink(
            null, ADMIN, new CameraIdentity(CAMERA, "n", "h"), events, Duration.ofSeconds(15));
  }

  /** As after a start: only what was on disk is there. */
  void restart() throws IOException {
    close();
    ledger = new TestLedger(folder);
    reopenEvents();
  }

  /** All that is owed, as the admin server is told of it; nothing is afterwards. */
  List<JsonInput> owed(String path) throws IOException, InterruptedException {
    List<JsonInput> all = new ArrayList<>();
    for (var event = events.oldest(0); event.isPresent(); event = events.oldest(0)) {
      all.add(told(event.get(), path));
      events.settle(event.get());
    }
    return all;
  }

  private static JsonInput told(OwedEvent event, String path) {
    assertThat(event.path()).isEqualTo(path);
    JsonInput json = JsonInput.parse(Body.of(event.json()));
    assertThat(json.text("camera_id")).isEqualTo(CAMERA);
    return json;
  }

  @Override
  public void close() throws IOException {
    ledger.close();
    events.close();
  }
}
