package edgeai.systemtests.fuzz;

import static edgeai.systemtests.fixture.Wire.detection;

import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Pulse;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Wire;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What a pool had before: a job, a worker, a result, alerts, a camera with an event. */
final class Keepsakes implements AutoCloseable {
  static final int FRAMES = 30;

  /** The admin server lists so many alerts of cameras. */
  private static final int LISTED = 200;

  private static final long FRAME = 7_999_999_999_999_999L;
  private static final String CAMERA = "keepsake-camera";
  private static final String ALERT = "somebody is there, to be remembered";
  private static final String OF_CAMERA_ALERT = "somebody is at the gate, to be remembered";
  private static final List<String> OF_WORKER =
      List.of(
          "worker_id",
          "host",
          "port",
          "hostname",
          "ip_address",
          "registered_at",
          "capabilities",
          "model_sha256",
          "quarantined",
          "refusal");
  private static final List<String> OF_CAMERA =
      List.of("camera_id", "hostname", "ip_address", "registered_at");

  private final Http coordinator;
  private final Http admin;
  private final String worker;
  private final String job;

  /** A camera that is silent is anybody's. */
  private final Pulse camera;

  private final Map<String, Supplier<String>> looks = new LinkedHashMap<>();
  private final Map<String, String> before = new LinkedHashMap<>();

  Keepsakes(Http coordinator, Http admin, String worker) {
    this.coordinator = coordinator;
    this.admin = admin;
    this.camera = new Pulse(admin);
    this.worker = worker;
    this.job = doJob("keepsake.mp4");
    post();
    look("the job", () -> coordinator.get("/jobs/" + job).text());
    look("its frames", () -> String.valueOf(new JobClient(coordinator).frames(job)));
    look("its results", () -> coordinator.get("/jobs/" + job + "/results?format=csv").text());
    look("its timeline", () -> coordinator.get("/jobs/" + job + "/timeline").text());
    look("the model", () -> coordinator.get("/model").text());
    look("the worker", () -> listed("/workers", "worker_id", worker, OF_WORKER));
    look("a result", () -> coordinator.get("/results/frames/" + FRAME).text());
    look("its alert", () -> alerts(coordinator, "/alerts", ALERT).toString());
    look("the camera", () -> cameras());
    look("its event", () -> admin.get("/detections?camera_id=" + CAMERA).text());
    look("its count", () -> String.valueOf(new CameraClient(admin).counted(CAMERA)));
    String alert = alert();
    look("the camera's alert", () -> isListFull() ? alert : alert());
    looks.forEach((name, look) -> before.put(name, look.get()));
  }

  private void look(String name, Supplier<String> look) {
    looks.put(name, look);
  }

  /** Does a small job and sees that its frames show what they do. */
  String doJob(String name) {
    JobClient jobs = new JobClient(coordinator);
    String id = jobs.submit(Traffic.write(name, FRAMES), "?sample_fps=0");
    jobs.awaitCompleted(id);
    jobs.requireTraffic(id, FRAMES);
    return id;
  }

  private void post() {
    coordinator
        .post("/results", Wire.result(worker, FRAME, detection("car", 0.5, 1, 2, 30, 40)))
        .expect(201);
    coordinator
        .post("/alerts", CameraClient.with(Wire.alert(ALERT), "level", "critical"))
        .expect(201);
    admin.post("/register-camera", CameraClient.registration(CAMERA)).expect(200);
    camera.keep(CAMERA);
    admin.post("/camera-detection", CameraClient.detection(CAMERA, "car", "bus")).expect(200);
    JsonObject alert =
        Wire.object(
            "camera_id",
            CAMERA,
            "timestamp",
            CameraClient.TIME,
            "level",
            "critical",
            "message",
            OF_CAMERA_ALERT);
    admin.post("/camera-alerts", alert).expect(201);
  }

  /** Their ids, by the part of a path before them. */
  Map<String, String> ofCoordinator() {
    return Map.of(
        "jobs", job,
        "workers", worker,
        "heartbeat", worker,
        "frames", String.valueOf(FRAME),
        "alerts", alertId(coordinator, "/alerts", ALERT),
        "model", sha256(),
        "models", sha256());
  }

  Map<String, String> ofAdmin() {
    return Map.of(
        "cameras", CAMERA,
        "heartbeat", CAMERA,
        "camera-alerts", alertId(admin, "/camera-alerts", OF_CAMERA_ALERT));
  }

  private String sha256() {
    return coordinator.get("/model").object().getString("sha256");
  }

  private static String alertId(Http http, String path, String message) {
    return String.valueOf(alerts(http, path, message).getFirst().getInt("alert_id"));
  }

  private String alert() {
    return alerts(admin, "/camera-alerts", OF_CAMERA_ALERT).toString();
  }

  /** Newer ones may have taken its place. */
  private boolean isListFull() {
    return admin.get("/camera-alerts").objects().size() == LISTED;
  }

  private static List<JsonObject> alerts(Http http, String path, String message) {
    return http.get(path).objects().stream()
        .filter(alert -> alert.getString("message").equals(message))
        .toList();
  }

  private String listed(String path, String key, String id, List<String> fields) {
    return listed(coordinator, path, key, id, fields);
  }

  private String cameras() {
    return listed(admin, "/cameras", "camera_id", CAMERA, OF_CAMERA);
  }

  private static String listed(Http http, String path, String key, String id, List<String> fields) {
    JsonObjectBuilder shown = Json.createObjectBuilder();
    http.get(path).objects().stream()
        .filter(one -> one.getString(key).equals(id))
        .forEach(one -> fields.forEach(field -> shown.add(field, one.get(field))));
    return shown.build().toString();
  }

  /** What is not as it was. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    looks.forEach(
        (name, look) -> {
          String now = look.get();
          if (!Objects.equals(now, before.get(name))) {
            faults.add(
                "%s was %s, is %s"
                    .formatted(name, Manners.shortened(before.get(name)), Manners.shortened(now)));
          }
        });
    return faults;
  }

  @Override
  public void close() {
    camera.close();
  }
}
