package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.detection;
import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static edgeai.systemtests.fixture.Wire.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.AdminDouble;
import edgeai.systemtests.fixture.BareCoordinator;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Wire;
import edgeai.systemtests.fixture.WorkerDouble;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The coordinator as a camera of the admin server, and that server's analytics passed on. */
@OnServers
@Timeout(300)
class ReportingIT {
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final AdminDouble admin;
  private final Http http;

  ReportingIT(BareCoordinator bare) {
    this.admin = bare.admin();
    this.http = bare.http();
  }

  @Test
  void hasNoAnalyticsWithoutAnAdminServer(Pool pool) {
    assertThat(pool.http().get("/admin-analytics").problem(503)).contains("ADMIN_URL");
  }

  @Test
  void passesAnalyticsOn() {
    String analytics = "{\"total_vehicles\":7,\"timeline\":[],\"per_camera\":{\"ä\":7}}";
    admin.answersAnalytics(200, analytics);
    JsonObject passed = http.get("/admin-analytics").expect(200).object();
    assertThat(passed.toString()).isEqualTo(analytics);
  }

  @Test
  void saysWhenTheAdminServerIsNotToBeUsed() {
    admin.answersAnalytics(500, "{\"total_vehicles\":7}");
    http.get("/admin-analytics").problem(502);
    for (String rubbish : new String[] {"<html>no</html>", "", "{\"total_vehicles\":", "{} {}"}) {
      admin.answersAnalytics(200, rubbish);
      http.get("/admin-analytics").problem(502);
    }
    admin.shut();
    try {
      http.get("/admin-analytics").problem(502);
    } finally {
      admin.open();
    }
    admin.answersAnalytics(200, "{}");
    http.get("/admin-analytics").expect(200);
  }

  @Test
  void registersHeartbeatsAndRegistersAgainWhereItIsForgotten() {
    String heartbeat = "/heartbeat/" + Http.inPath(BareCoordinator.CAMERA_ID);
    await("a heartbeat that is forgotten and a second registration")
        .atMost(LIMIT)
        .until(
            () -> !admin.calls(heartbeat).isEmpty() && admin.calls("/register-camera").size() >= 2);
    JsonObject camera = admin.calls("/register-camera").get(0).json();
    assertThat(camera.getString("camera_id")).isEqualTo(BareCoordinator.CAMERA_ID);
    assertThat(camera.getString("hostname")).isNotBlank();
    assertThat(camera.getString("ip_address")).isNotBlank();
  }

  @Test
  void reportsWhatAJobShowsWhileItRuns() {
    int before = reports().size();
    AtomicInteger given = new AtomicInteger();
    Function<JsonObject, WorkerDouble.Answer> waits =
        frame -> {
          if (given.incrementAndGet() == 7) {
            await("a report of the job that runs")
                .atMost(LIMIT)
                .until(() -> reports().size() > before);
          }
          return carAndBus(frame);
        };
    try (WorkerDouble worker = new WorkerDouble(http, "reporting-worker", waits)) {
      JobClient jobs = new JobClient(http);
      String id = jobs.submit(Traffic.write("reported.mp4", 12), "?sample_fps=0");
      jobs.awaitCompleted(id);
      await("the rest of the report")
          .atMost(LIMIT)
          .until(() -> sum(reports().subList(before, reports().size()), "car") == 12);
      List<JsonObject> told = reports().subList(before, reports().size());
      assertThat(sum(told, "bus")).isEqualTo(12);
      assertThat(told)
          .allSatisfy(
              report -> {
                assertThat(report.getString("camera_id")).isEqualTo(BareCoordinator.CAMERA_ID);
                assertThat(report.getJsonArray("vehicle_types")).isEqualTo(list("bus", "car"));
                assertThat(report.getString("event_id")).matches("[0-9a-f-]{36}");
              });
      assertThat(told).extracting(report -> report.getString("event_id")).doesNotHaveDuplicates();
      for (int i = 1; i < told.size(); i++) {
        assertThat(Duration.between(at(told.get(i - 1)), at(told.get(i))))
            .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
      }
      assertThat(worker.frames()).hasSize(12);
    }
  }

  private List<JsonObject> reports() {
    return admin.calls("/camera-detection").stream().map(AdminDouble.Call::json).toList();
  }

  private static int sum(List<JsonObject> reports, String label) {
    return reports.stream()
        .mapToInt(report -> report.getJsonObject("object_counts").getInt(label, 0))
        .sum();
  }

  private static Instant at(JsonObject report) {
    return Instant.parse(report.getString("timestamp"));
  }

  private WorkerDouble.Answer carAndBus(JsonObject frame) {
    long frameId = JobClient.frameId(frame);
    JsonObject found =
        result(
            "reporting-worker",
            frameId,
            detection("car", 0.9, 0, 0, 10, 10),
            detection("bus", 0.8, 20, 20, 40, 40));
    http.post("/results", found).expect(201);
    http.post("/queue/acknowledge/" + frame.getString("task_id")).expect(200);
    return WorkerDouble.Answer.of(
        object("status", "ok", "task_id", frame.getString("task_id"), "detections", 2));
  }

  @Test
  void reportsAlerts() {
    String message = "seen at " + Instant.now();
    http.post(
            "/alerts",
            object(
                "worker_id",
                "w",
                "frame_id",
                17,
                "timestamp",
                "2026-11-22T10:15:30Z",
                "alert_labels",
                list("truck"),
                "level",
                "warning",
                "message",
                message))
        .expect(201);
    JsonObject alert =
        await("the report of the alert")
            .atMost(LIMIT)
            .until(() -> call("/camera-alerts", message), Optional::isPresent)
            .orElseThrow();
    assertThat(alert.getString("camera_id")).isEqualTo(BareCoordinator.CAMERA_ID);
    assertThat(alert.getString("worker_id")).isEqualTo("w");
    assertThat(alert.getInt("frame_id")).isEqualTo(17);
    assertThat(alert.getString("timestamp")).isEqualTo("2026-11-22T10:15:30Z");
    assertThat(alert.getJsonArray("alert_labels")).isEqualTo(list("truck"));
    assertThat(alert.getString("level")).isEqualTo("warning");
  }

  @Test
  void keepsReportsWhileTheAdminServerIsAway() {
    String message = "raised while away at " + Instant.now();
    admin.shut();
    try {
      http.post("/alerts", Wire.alert(message)).expect(201);
      http.get("/health").expect(200);
    } finally {
      admin.open();
    }
    await("the report that waited")
        .atMost(LIMIT)
        .until(() -> call("/camera-alerts", message).isPresent());
  }

  private Optional<JsonObject> call(String path, String mark) {
    return admin.calls(path).stream()
        .filter(call -> call.body().contains(mark))
        .findFirst()
        .map(AdminDouble.Call::json);
  }
}
