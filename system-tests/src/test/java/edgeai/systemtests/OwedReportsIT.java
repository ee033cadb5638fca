package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.AdminDouble;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.SoleCoordinator;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Wire;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the admin server is owed by a coordinator that is killed before it told. */
@Tag("long")
@OnServers
@Timeout(500)
class OwedReportsIT {
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final int FRAMES = 40;

  private final SoleCoordinator sole;
  private final AdminDouble admin;

  OwedReportsIT(SoleCoordinator sole) {
    this.sole = sole;
    this.admin = sole.admin();
  }

  /** The job's end and the alert are younger than the step that hands them over for delivery. */
  @Test
  void allOfItIsToldOnceAfterTheNextStart() {
    JobClient jobs = new JobClient(sole.server().http());
    awaitAllTold();
    int before = told();
    admin.shut();
    try {
      String owed = jobs.submit(Traffic.write("owed.mp4", FRAMES), "?sample_fps=0");
      jobs.awaitCompleted(owed);
      raise("raised before the kill");
      sole.server().kill();
    } finally {
      admin.open();
    }
    assertThat(told()).as("nothing of it was told").isEqualTo(before);
    sole.startAgain();

    awaitAllTold();
    assertThat(told() - before).isEqualTo(Traffic.objects(FRAMES));
    raise("raised after the start");
    await("the later alert").atMost(LIMIT).until(() -> alerts("raised after the start") == 1);
    assertThat(alerts("raised before the kill")).isEqualTo(1);
    assertThat(told()).isEqualTo(counted());
  }

  private void awaitAllTold() {
    await("a report of all that was counted")
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(told()).isEqualTo(counted()));
  }

  /** Since the data began. */
  private int counted() {
    return http().get("/results/summary").expect(200).object().getInt("total_detections");
  }

  private int told() {
    return once("/camera-detection").stream()
        .flatMap(event -> event.getJsonObject("object_counts").values().stream())
        .mapToInt(count -> ((JsonNumber) count).intValue())
        .sum();
  }

  private long alerts(String message) {
    return once("/camera-alerts").stream()
        .filter(alert -> alert.getString("message").equals(message))
        .count();
  }

  /** As an admin server counts: what comes again under the same id is the same event. */
  private Collection<JsonObject> once(String path) {
    List<JsonObject> calls = admin.calls(path).stream().map(AdminDouble.Call::json).toList();
    Map<String, JsonObject> events = new LinkedHashMap<>();
    for (JsonObject event : calls) {
      JsonObject before = events.putIfAbsent(event.getString("event_id"), event);
      assertThat(before).as("what an id stands for").isIn(null, event);
    }
    return events.values();
  }

  private void raise(String message) {
    http().post("/alerts", Wire.alert(message)).expect(201);
  }

  private Http http() {
    return sole.server().http();
  }
}
