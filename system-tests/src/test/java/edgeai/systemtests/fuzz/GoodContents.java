package edgeai.systemtests.fuzz;

import static edgeai.systemtests.fixture.Wire.detection;
import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;

import edgeai.common.door.Way;
import edgeai.common.fixture.BlobModel;
import edgeai.settings.Program;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.TrafficPiece;
import edgeai.systemtests.fixture.Upload;
import edgeai.systemtests.fixture.Wire;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A body for each call that takes one, as it would be good, to be spoilt. */
final class GoodContents {
  /** Whoever is called so may come to harm. */
  private static final String ID = "fuzz-1";

  private static final long FRAME = 8_000_000_000_000_001L;
  private static final String TIME = "2026-11-22T10:15:30Z";
  private static final String SHA256 = "0123456789abcdef".repeat(4);
  private static final String BYTES = "application/octet-stream";

  /** Nobody listens there. */
  private static final int PORT = 9;

  /** Calls that change something and take no body. */
  static final Set<String> BODILESS =
      Set.of(
          "POST /logout",
          "POST /workers/{id}/pardon",
          "POST /alerts/{alert_id}/acknowledge",
          "POST /camera-alerts/{alert_id}/acknowledge",
          "POST /queue/acknowledge/{task_id}");

  private static final Map<String, Supplier<Content>> COMMON =
      Map.of(
          "POST /login", json(object("user", "fuzz", "password", "correct horse")),
          "POST /join", json(object("code", "7KQM-W2XD-PH4T", "name", ID)));

  private static final Map<String, Supplier<Content>> COORDINATOR =
      Map.ofEntries(
          Map.entry("POST /register-worker", json(Wire.binaryRegistration(ID, PORT, 2))),
          Map.entry(
              "POST /workers/register",
              json(object("worker_id", ID, "host", "127.0.0.1", "port", PORT))),
          Map.entry("POST /heartbeat/{id}", json(heartbeat())),
          Map.entry("POST /workers/{id}/heartbeat", json(heartbeat())),
          Map.entry("POST /upload-video", GoodContents::upload),
          Map.entry("POST /process-frame", json(frame())),
          Map.entry("POST /detect", () -> new Content("image/jpeg", Traffic.picture())),
          Map.entry(
              "POST /frame-result",
              json(object("frame_id", FRAME, "worker_id", ID, "detected_objects", list("car")))),
          Map.entry(
              "POST /results", json(Wire.result(ID, FRAME, detection("car", 0.5, 1, 2, 30, 40)))),
          Map.entry("POST /alerts", json(alert("worker_id", ID))),
          Map.entry(
              "POST /jobs/{id}/frames/{frame_id}/links",
              json(object("expires", Instant.now().plus(Duration.ofDays(7)).toString()))),
          Map.entry("PUT /model", json(object("name", "blobs"))),
          Map.entry("POST /models", () -> new Content(BYTES, BlobModel.standard().toBytes())),
          Map.entry(
              "POST /models/{sha256}/bench", json(object("job_id", "0123456789ab", "frames", 1))));

  private static final Map<String, Supplier<Content>> ADMIN =
      Map.of(
          "POST /register-camera",
          json(object("camera_id", ID, "hostname", "laptop", "ip_address", "192.168.1.30")),
          "POST /heartbeat/{id}",
          json(object("state", "running", "trouble", "the source is gone")),
          "POST /camera-detection",
          json(
              object(
                  "camera_id",
                  ID,
                  "timestamp",
                  TIME,
                  "detected_vehicles",
                  2,
                  "vehicle_types",
                  list("car", "bus"),
                  "object_counts",
                  object("car", 1, "bus", 1),
                  "event_id",
                  "00000000-0000-4000-8000-000000000001")),
          "POST /camera-control",
          json(object("camera_id", ID, "command", "stop")),
          "POST /camera-alerts",
          json(alert("camera_id", ID)));

  private static final Map<String, String> OF_PIECE = Map.of("Task-Id", "fuzz");
  private static final Map<String, String> OF_FRAME =
      Map.of("Task-Id", "fuzz", "Frame-Id", String.valueOf(FRAME));

  private static final Map<String, Supplier<Content>> WORKER =
      Map.of(
          "POST /process-frame",
          () -> new Content("image/jpeg", Traffic.picture(), OF_FRAME),
          "POST /process-piece",
          () -> new Content("application/vnd.edge.piece", Piece.BYTES, OF_PIECE));

  /** Where a call takes two kinds. */
  private static final Map<String, Supplier<Content>> MORE =
      Map.of("WORKER POST /process-frame", json(frame()));

  private static final Map<String, List<Content>> MADE = new ConcurrentHashMap<>();

  private GoodContents() {}

  /** Those that a call takes, none where it takes none. */
  static List<Content> of(Program program, Way way) {
    String call = way.method() + " " + way.pattern();
    return MADE.computeIfAbsent(
        program + call,
        any ->
            Stream.of(
                    ofPeople(program).get(call),
                    own(program).get(call),
                    MORE.get(program + " " + call))
                .filter(Objects::nonNull)
                .map(Supplier::get)
                .toList());
  }

  /** Nobody logs in at a worker. */
  private static Map<String, Supplier<Content>> ofPeople(Program program) {
    return program == Program.WORKER ? Map.of() : COMMON;
  }

  /** Whether a call has a body here, made or not. */
  static boolean isKnown(Program program, Way way) {
    String call = way.method() + " " + way.pattern();
    return ofPeople(program).containsKey(call) || own(program).containsKey(call);
  }

  private static Map<String, Supplier<Content>> own(Program program) {
    return switch (program) {
      case COORDINATOR -> COORDINATOR;
      case ADMIN -> ADMIN;
      default -> WORKER;
    };
  }

  private static Supplier<Content> json(JsonObject object) {
    return () -> Content.json(object);
  }

  private static JsonObject heartbeat() {
    return object("models", list(SHA256), "note", "all is well");
  }

  private static JsonObject frame() {
    String picture = Base64.getEncoder().encodeToString(Traffic.picture());
    return object("task_id", "fuzz", "frame_id", FRAME, "jpeg_b64", picture);
  }

  private static JsonObject alert(String whose, String id) {
    return object(
        whose,
        id,
        "frame_id",
        FRAME,
        "timestamp",
        TIME,
        "alert_labels",
        list("person"),
        "level",
        "info",
        "message",
        "somebody");
  }

  private static Content upload() {
    Upload form = Upload.of(Traffic.write("fuzz-form.mp4", 5)).field("sample_fps", "5");
    return new Content(Upload.CONTENT_TYPE, form.body());
  }

  /** Cut once, when it is wanted first. */
  private static final class Piece {
    static final byte[] BYTES = TrafficPiece.write("fuzz", 5, FRAME);
  }
}
