package edgeai.admin.camera;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.admin.settings.AdminSettings;
import edgeai.admin.settings.AdminTestSettings;
import edgeai.admin.store.TestStore;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.Problems;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.request.CameraReader;
import edgeai.common.wire.CameraRegistration;
import edgeai.common.wire.CameraReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class CamerasTest {
  private static final String OWNER = "token lab";

  private final MutableClock clock = new MutableClock();
  private final FiredEvents events = new FiredEvents();
  private final AdminSettings settings = AdminTestSettings.with("MAX_CAMERAS", "3");
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
    CameraRepository repository = new CameraRepository(store.database());
    Cameras kept = new Cameras(settings, repository, store.writer(), clock, events);
    kept.load();
    return kept;
  }

  private Camera register(String id) {
    return register(id, OWNER);
  }

  private Camera register(String id, String owner) {
    return cameras.register(
        new CameraRegistration(id, "host of " + id, "10.0.0.1", CameraReport.NOTHING), owner);
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
    assertThat(cameras.heartbeat("a", Optional.empty())).isTrue();
    assertThat(cameras.list()).extracting(Camera::status).containsExactly("active");
  }

  @Test
  void eachTurnIsToldOnce() {
    register("a");
    cameras.watch();
    clock.advanceSeconds(31);
    cameras.watch();
    cameras.watch();
    cameras.heartbeat("a", Optional.empty());
    cameras.heartbeat("a", Optional.empty());
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
    assertThat(cameras.heartbeat("a", Optional.empty())).isFalse();
    cameras.seen("a", clock.instant());

    assertThat(cameras.list()).isEmpty();
    assertThat(cameras.isRegistered("a")).isFalse();
  }

  @Test
  void aSecondRegistrationKeepsWhenTheFirstWas() {
    Instant first = register("a").registeredAt();
    clock.advanceSeconds(5);
    Camera again =
        cameras.register(
            new CameraRegistration("a", "other", "10.0.0.2", CameraReport.NOTHING), OWNER);

    assertThat(again)
        .isEqualTo(
            new Camera("a", "other", "10.0.0.2", "active", first, clock.instant(), null, null));
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
    cameras.heartbeat("b", Optional.empty());
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
    cameras.heartbeat("c", Optional.empty());
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

  /** One owner's cameras fill all places; another's first one still finds one. */
  @Test
  void whereAllAreActiveTheNewestOfWhoHasTheMostGoesForSomebodyElse() {
    register("a", "token lab");
    clock.advanceSeconds(1);
    register("b", "token rogue");
    clock.advanceSeconds(1);
    register("c", "token rogue");
    assertThat(Problems.of(() -> register("d", "token rogue")).status()).isEqualTo(429);
    register("d", "token other");

    assertThat(cameras.list()).extracting(Camera::cameraId).containsExactly("a", "b", "d");
    assertThat(changes()).endsWith("c removed", "d active");
  }

  private static Optional<CameraReport> told(String json) {
    return CameraReader.report(Body.of(json));
  }

  private String shown(Cameras these) {
    return these.list().stream().map(c -> c.state() + ": " + c.trouble()).findFirst().orElseThrow();
  }

  @Test
  void whatACameraToldIsKeptAndToldOnce() {
    register("a");
    assertThat(shown(cameras)).isEqualTo("null: null");
    cameras.heartbeat("a", told("{\"state\":\"running\",\"trouble\":\"it ended\"}"));
    cameras.heartbeat("a", told("{\"state\":\"running\",\"trouble\":\"it ended\"}"));
    cameras.heartbeat("a", told("{}"));
    assertThat(shown(cameras)).isEqualTo("running: it ended");
    assertThat(shown(readBack())).isEqualTo("running: it ended");
    cameras.obeyed("a", "stopped");
    cameras.obeyed("nobody", "stopped");
    cameras.heartbeat("a", Optional.empty());
    assertThat(shown(cameras)).isEqualTo("stopped: null");
    assertThat(shown(readBack())).isEqualTo("stopped: null");
    assertThat(cameras.list()).extracting(Camera::status).containsExactly("active");
    assertThat(changes()).hasSize(3);

    register("a");
    assertThat(shown(cameras)).isEqualTo("null: null");
    assertThat(shown(readBack())).isEqualTo("null: null");
  }

  @Test
  void aRegistrationMayTellItToo() {
    cameras.register(
        CameraReader.registration(
            JsonInput.parse(
                Body.of(
                    "{\"camera_id\":\"a\",\"hostname\":\"h\",\"ip_address\":\"i\","
                        + "\"state\":\"running\",\"trouble\":null}"))),
        OWNER);
    assertThat(shown(cameras)).isEqualTo("running: null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "[]", "{", "{\"state\":7}", "{\"state\":null}", "{\"state\":\"\"}"})
  void aHeartbeatMayHaveAnyBody(String body) {
    assertThat(told(body)).isEmpty();
  }

  @Test
  void aTroubleIsOneLineOfBoundedLength() {
    assertThat(told("{\"state\":\"running\",\"trouble\":\"a\\nb" + "x".repeat(3000) + "\"}"))
        .hasValueSatisfying(it -> assertThat(it.trouble()).hasSize(500).startsWith("a bx"));
  }
}
