package edgeai.admin.camera;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.admin.settings.AdminSettings;
import edgeai.admin.settings.TestSettings;
import edgeai.admin.store.TestStore;
import edgeai.common.fixture.ByHand;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.PlainResponses;
import edgeai.common.fixture.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PlainResponses.class)
class CamerasTest {
  private final MutableClock clock = new MutableClock();
  private final FiredEvents events = new FiredEvents();
  private final AdminSettings settings = TestSettings.with("MAX_CAMERAS", "3");
  private TestStore store;
  private Cameras cameras;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = new TestStore(folder);
    cameras = readBack();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Cameras readBack() {
    CameraRepository repository = ByHand.wired(new CameraRepository(), store.database());
    return ByHand.started(new Cameras(), settings, repository, store.writer(), clock, events);
  }

  private Camera register(String id) {
    return cameras.register(new Registration(id, "host of " + id, "10.0.0.1"));
  }

  private List<String> changes() {
    return events.of(CameraChanged.class).stream()
        .map(change -> change.camera().cameraId() + " " + change.camera().status())
        .toList();
  }

  @Test
  void aCameraIsActiveUntilItIsSilentForTooLong() {
    register("a");
    clock.advanceSeconds(30);
    assertThat(cameras.list()).extracting(Camera::status).containsExactly("active");
    clock.advanceSeconds(0.001);
    assertThat(cameras.list()).extracting(Camera::status).containsExactly("offline");
    assertThat(cameras.heartbeat("a")).isTrue();
    assertThat(cameras.list()).extracting(Camera::status).containsExactly("active");
  }

  @Test
  void eachTurnIsToldOnce() {
    register("a");
    cameras.watch();
    clock.advanceSeconds(31);
    cameras.watch();
    cameras.watch();
    cameras.heartbeat("a");
    cameras.heartbeat("a");
    clock.advanceSeconds(31);
    cameras.watch();
    cameras.seen("a", clock.instant());
    cameras.remove("a");
    cameras.remove("a");

    assertThat(changes())
        .containsExactly("a active", "a offline", "a active", "a offline", "a active", "a removed");
  }

  @Test
  void strangersStayStrangers() {
    assertThat(cameras.heartbeat("a")).isFalse();
    cameras.seen("a", clock.instant());

    assertThat(cameras.list()).isEmpty();
    assertThat(cameras.isRegistered("a")).isFalse();
  }

  @Test
  void aSecondRegistrationKeepsWhenTheFirstWas() {
    Instant first = register("a").registeredAt();
    clock.advanceSeconds(5);
    Camera again = cameras.register(new Registration("a", "other", "10.0.0.2"));

    assertThat(again)
        .isEqualTo(new Camera("a", "other", "10.0.0.2", "active", first, clock.instant()));
    assertThat(cameras.list()).containsExactly(again);
  }

  @Test
  void allIsReadBack() {
    register("a");
    clock.advanceSeconds(20);
    register("b");
    register("c");
    cameras.remove("c");
    clock.advanceSeconds(20);
    cameras.heartbeat("b");
    List<Camera> before = cameras.list();

    assertThat(readBack().list()).isEqualTo(before);
    assertThat(before).extracting(Camera::status).containsExactly("offline", "active");
  }

  @Test
  void aCameraThatWasOfflineAtTheStartIsNoNews() {
    register("a");
    clock.advanceSeconds(60);
    cameras = readBack();
    int before = changes().size();
    cameras.watch();

    assertThat(changes()).hasSize(before);
  }

  @Test
  void aNewCameraTakesThePlaceOfTheOneThatIsOfflineLongest() {
    register("a");
    clock.advanceSeconds(1);
    register("b");
    register("c");
    clock.advance(Duration.ofSeconds(31));
    cameras.heartbeat("c");
    register("d");

    assertThat(cameras.list()).extracting(Camera::cameraId).containsExactly("b", "c", "d");
    assertThat(changes()).endsWith("a removed", "d active");
    assertThat(readBack().list()).extracting(Camera::cameraId).containsExactly("b", "c", "d");
  }

  @Test
  void whereAllAreActiveANewOneIsRefusedAndAKnownOneIsNot() {
    List.of("a", "b", "c").forEach(this::register);
    Problems.Refused refused = Problems.of(() -> register("d"));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.detail()).contains("MAX_CAMERAS");
    assertThat(cameras.refused()).isEqualTo(1);
    assertThat(register("a").status()).isEqualTo("active");
  }
}
