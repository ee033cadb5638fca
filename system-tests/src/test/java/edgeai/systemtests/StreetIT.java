package edgeai.systemtests;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.GroundTruth;
import edgeai.common.fixture.GroundTruth.Score;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.Street;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * What a fresh clone sees: {@code ./edge demo}, told of no model and no video, works through the
 * demo clip and stays up until it is ended.
 */
@Timeout(600)
@StartsServers(Lane.PROCESSES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreetIT {
  /** The clip has 15 frames a second, of which 5 are taken. */
  private static final int EVERY = 3;

  /** Every sixth frame, each of which the demo took. */
  private static final String FEWER_FPS = "2.5";

  /**
   * Measured: 0.953 and 0.943, see docs/models.md. Another processor rounds a little differently.
   */
  private static final double LEAST_PRECISION = 0.94;

  private static final double LEAST_RECALL = 0.93;
  private static final double MOST_SURPLUS = 0.05;
  private static final List<String> CLASSES =
      List.of("person", "bicycle", "car", "motorcycle", "bus", "truck");
  private static final List<String> WORKERS = List.of("coordinator-local", "worker-1");

  private static int port;
  private static Launcher edge;
  private static Http coordinator;
  private static Http worker;

  @BeforeAll
  static void start() {
    port = FreePort.next();
    int workerPort = FreePort.next();
    edge = new Launcher("street", Map.of());
    edge.start(
            "demo",
            "--workers",
            "1",
            "--no-admin",
            "--port",
            String.valueOf(port),
            "--worker-port",
            String.valueOf(workerPort))
        .awaitOutput("stays up");
    coordinator = new Http("http://127.0.0.1:" + port);
    worker = new Http("http://127.0.0.1:" + workerPort);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void tellsHowManyItFoundAndHowManyThereAre() {
    GroundTruth truth = Street.truth();
    int frames = taken(truth).length;
    int objects =
        IntStream.of(taken(truth))
            .flatMap(frame -> truth.counts(frame).values().stream().mapToInt(Integer::intValue))
            .sum();
    assertThat(edge.output())
        .contains("model street (6 classes, 640x640) runs on")
        .contains("%d of %d frames".formatted(frames, frames))
        .containsPattern("(?m)^object +detections +frames +counted +ground truth +difference$")
        .containsPattern(
            "(?m)^total +\\d+ +%d +\\d+ +%d +[+-]\\d+[.,]\\d %%$".formatted(frames, objects))
        .contains("The counts agree with the clip's ground truth")
        .containsPattern("(?m)^coordinator-local +\\d+")
        .containsPattern("(?m)^worker-1 +\\d+")
        .contains("edge dashboard http://localhost:%d/".formatted(port));
  }

  /** The demo's own job, which was the first. */
  private static JsonObject demo() {
    return coordinator.get("/jobs").expect(200).objects().getLast();
  }

  private static int[] taken(GroundTruth truth) {
    return IntStream.range(0, truth.frames()).filter(frame -> frame % EVERY == 0).toArray();
  }

  @Test
  void findsWhatIsOnTheStreetAndLittleElse() {
    JsonObject job = demo();
    List<JsonObject> frames = new JobClient(coordinator).frames(job.getString("job_id"));
    GroundTruth truth = Street.truth();
    assertThat(frames.stream().mapToInt(frame -> frame.getInt("frame_index")).toArray())
        .isEqualTo(taken(truth));
    assertThat(frames).extracting(frame -> frame.getString("worker_id")).containsAll(WORKERS);
    Score score =
        frames.stream()
            .map(frame -> truth.score(frame.getInt("frame_index"), JobClient.detections(frame)))
            .reduce(new Score(0, 0, 0), Score::and);
    assertThat(score.precision())
        .as("precision: %s", score)
        .isGreaterThanOrEqualTo(LEAST_PRECISION);
    assertThat(score.recall()).as("recall: %s", score).isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat(score.surplus())
        .as("difference in number: %s", score)
        .isBetween(-MOST_SURPLUS, MOST_SURPLUS);
    for (String worker : WORKERS) {
      await("%s tells of a person or a vehicle".formatted(worker))
          .atMost(Duration.ofMinutes(1))
          .until(() -> sightings(worker), told -> !told.isEmpty());
      assertThat(sightings(worker))
          .allSatisfy(
              alert -> {
                assertThat(CLASSES).containsAll(texts(alert.getJsonArray("alert_labels")));
                assertThat(JobClient.detections(alert)).isNotEmpty();
              });
    }
  }

  /** Every other frame of the demo makes other pieces, for other workers. */
  @Test
  void theBoxesOfAFrameAreTheSameInWhicheverPieceItWas() {
    JobClient jobs = new JobClient(coordinator);
    JsonObject first = demo();
    JsonObject fewer = jobs.awaitCompleted(jobs.submit(Street.clip(), "?sample_fps=" + FEWER_FPS));
    assertThat(List.of(first, fewer))
        .allSatisfy(
            job -> {
              assertThat(job.getString("mode")).isEqualTo("pieces");
              assertThat(job).containsEntry("mode_reason", JsonValue.NULL);
            });

    Map<Integer, JsonObject> byIndex =
        jobs.frames(first.getString("job_id")).stream()
            .collect(toMap(frame -> frame.getInt("frame_index"), frame -> frame));
    List<JsonObject> again = jobs.frames(fewer.getString("job_id"));
    assertThat(again).hasSize((byIndex.size() + 1) / 2);
    for (JsonObject frame : again) {
      JsonObject same = byIndex.get(frame.getInt("frame_index"));
      assertThat(frame.getInt("media_time_ms")).isEqualTo(same.getInt("media_time_ms"));
      assertThat(JobClient.detections(frame))
          .as("frame %d", frame.getInt("frame_index"))
          .containsExactlyInAnyOrderElementsOf(JobClient.detections(same));
    }
  }

  private static List<JsonObject> sightings(String worker) {
    return coordinator.get("/alerts").expect(200).objects().stream()
        .filter(alert -> alert.getString("worker_id").equals(worker))
        .filter(alert -> alert.getString("level").equals("info"))
        .toList();
  }

  @Test
  void saysEverywhereWhichModelItIs() {
    JsonObject model = coordinator.get("/model").expect(200).object();
    assertThat(model.getString("name")).isEqualTo("street");
    assertThat(model.getString("sha256")).isEqualTo(Street.sha256());
    assertThat(texts(model.getJsonArray("classes"))).isEqualTo(CLASSES);
    assertThat(model.getInt("input_width")).isEqualTo(640);
    assertThat(model.getInt("input_height")).isEqualTo(640);
    assertThat(model.getString("provider")).isNotBlank();
    assertThat(model.getString("licence")).contains("MIT");

    List<JsonObject> listed = coordinator.get("/workers").expect(200).objects();
    assertThat(listed).hasSize(2).allSatisfy(StreetIT::requireStreet);

    JsonObject health = worker.get("/health").expect(200).object();
    requireStreet(health);
    assertThat(health.getString("licence")).isEqualTo(model.getString("licence"));
    assertThat(worker.get("/metrics").expect(200).object().getString("model")).isEqualTo("street");
  }

  private static void requireStreet(JsonObject shown) {
    assertThat(shown.getString("model")).isEqualTo("street");
    assertThat(shown.getString("model_sha256")).isEqualTo(Street.sha256());
    assertThat(texts(shown.getJsonArray("classes"))).isEqualTo(CLASSES);
    assertThat(shown.getString("input_size")).isEqualTo("640x640");
    assertThat(shown.getString("provider")).isNotBlank();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aSignalToTheLauncherAloneEndsAllOfIt() {
    assertThat(edge.commandLinesWith("coordinator-war.war"))
        .as("only the server's own process names its WAR")
        .isNotEmpty()
        .allMatch(line -> line.contains("-Dedge.server="));
    edge.terminate();
    await("all servers and their decoders are gone")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                edge.commandLinesWith("-Dedge.server=").isEmpty()
                    && edge.commandLinesWith("coordinator-war").isEmpty());
    assertThat(edge.awaitExit()).isEqualTo(143);
    assertThat(edge.leftOutside()).isEmpty();
  }

  private static List<String> texts(JsonArray array) {
    return array.getValuesAs(JsonString::getString);
  }
}
