package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and the two faces of {@code /metrics}, on coordinator and worker. */
@OnServers
class MetricsContractIT {
  private static final Shape QUEUE =
      Shape.of(
          "pending:integer", "inflight:integer", "retry_count:integer", "dropped_count:integer");
  private static final Shape FRAMES = Shape.of("total:integer", "fps:number");
  private static final Shape LATENCY =
      Shape.of("avg_ms:number", "p95_ms:number", "samples:integer");
  private static final Shape WORKERS =
      Shape.of("total:integer", "active:integer", "idle:integer", "offline:integer");
  private static final Shape WORKER_METRICS =
      Shape.of(
          "worker_id:text",
          "frames:object",
          "latency_ms:object",
          "inflight:integer",
          "pieces:object",
          "model:text",
          "provider:text",
          "system_start_time:instant");

  private static final Shape WORKER_HEALTH =
      Shape.of(
          "status:text",
          "worker_id:text",
          "ready:boolean",
          "coordinator:text",
          "model:text",
          "model_sha256:text",
          "classes:texts",
          "input_size:text",
          "provider:text",
          "licence:text?",
          "note:text?");

  private static final String FRAME = "8000000000000000";

  private final Pool pool;
  private final Http coordinator;
  private final Http worker;

  MetricsContractIT(Pool pool) {
    this.pool = pool;
    this.coordinator = pool.http();
    this.worker = pool.workers().get(0).http();
  }

  @Test
  void isHealthy() {
    JsonObject health = coordinator.get("/health").expect(200, Shape.of("status:text"));
    assertThat(health.getString("status")).isEqualTo("ok");
    health = worker.get("/health").expect(200, WORKER_HEALTH);
    assertThat(health.getString("status")).isEqualTo("ok");
    assertThat(health.getString("worker_id")).isEqualTo(pool.workers().get(0).name());
  }

  @Test
  void countsTheQueue() {
    coordinator.get("/queue/stats").expect(200, QUEUE);
  }

  @Test
  void showsTheSystem() {
    JsonObject metrics = coordinator.get("/metrics").expect(200, Shape.SYSTEM_METRICS);
    JsonObject workers = metrics.getJsonObject("workers");
    assertThat(WORKERS.deviations(workers)).isEmpty();
    assertThat(QUEUE.deviations(metrics.getJsonObject("queue"))).isEmpty();
    assertThat(FRAMES.deviations(metrics.getJsonObject("frames"))).isEmpty();
    assertThat(LATENCY.deviations(metrics.getJsonObject("latency_ms"))).isEmpty();
    assertThat(workers.getInt("total"))
        .isEqualTo(metrics.getInt("number_of_workers"))
        .isEqualTo(workers.getInt("active") + workers.getInt("idle") + workers.getInt("offline"))
        .isEqualTo(coordinator.get("/workers").array().size());
    assertThat(metrics.getInt("total_frames_processed"))
        .isEqualTo(metrics.getJsonObject("frames").getInt("total"))
        .isEqualTo(coordinator.get("/results/summary").object().getInt("total_frames"));
  }

  @Test
  void showsAWorker() {
    JsonObject metrics = worker.get("/metrics").expect(200, WORKER_METRICS);
    assertThat(FRAMES.deviations(metrics.getJsonObject("frames"))).isEmpty();
    assertThat(LATENCY.deviations(metrics.getJsonObject("latency_ms"))).isEmpty();
    assertThat(metrics.getString("model")).isEqualTo("blobs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json, text/plain, */*",
        "application/json",
        "*/*",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/plain;q=0.5,*/*;q=0.5",
        "text/plain, application/json",
        "application/openmetrics-text;q=0.4, */*;q=0.9",
        "APPLICATION/JSON ; Q=0.9, text/plain;q=0.8",
        "text/html"
      })
  void speaksJsonToDashboards(String accept) {
    for (Http http : List.of(coordinator, worker)) {
      Reply reply = http.get("/metrics", "Accept", accept).expect(200);
      assertThat(reply.header("Content-Type")).startsWith("application/json");
      assertThat(reply.object()).containsKey("system_start_time");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1",
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
        "text/plain",
        "text/plain;version=0.0.4",
        "text/plain, */*;q=0.5",
        "application/json;q=0.5, text/plain"
      })
  void speaksTextToPrometheus(String accept) {
    for (Http http : List.of(coordinator, worker)) {
      Reply reply = http.get("/metrics", "Accept", accept).expect(200);
      assertThat(reply.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
      assertThat(new ExpositionText(reply.text()).faults()).as(http.origin()).isEmpty();
    }
  }

  @Test
  void isReadyAndAliveForOrchestrators() {
    for (Http http : List.of(coordinator, worker)) {
      for (String path : List.of("/mp-health", "/mp-health/ready", "/mp-health/live")) {
        assertThat(http.get(path).expect(200).object().getString("status")).isEqualTo("UP");
      }
    }
  }

  private static ExpositionText scrape(Http server) {
    return new ExpositionText(server.get("/metrics", "Accept", "text/plain").expect(200).text());
  }

  private static double answers(Http server, String method, String status) {
    String series = "edge_http_answers_total{method=\"%s\",status=\"%s\"}";
    return scrape(server).value(series.formatted(method, status)).orElse(0.0);
  }

  private static double answersUntilTheNext(Http server) {
    double before = answers(server, "GET", "2xx");
    return answers(server, "GET", "2xx") - before;
  }

  @Test
  void tellsWhatItWasBuiltOf() {
    for (Http http : List.of(coordinator, worker)) {
      assertThat(http.get("/metrics", "Accept", "text/plain").text())
          .containsPattern(
              "edge_build_info\\{revision=\"(?:[0-9a-f]{12}|unknown)\",version=\"\\d[^\"]+\"} 1");
    }
  }

  /** What has begun has ended once nothing is in work: completed, or failed for good. */
  @Test
  void everyFrameThatIsBegunEnds() {
    JobClient jobs = new JobClient(coordinator);
    jobs.awaitQuiet();
    ExpositionText before = scrape(coordinator);
    jobs.awaitCompleted(jobs.submit(Traffic.write("begun.mp4", 12), "?sample_fps=0"));

    await().until(() -> rise("edge_job_seconds_count", before) == 1);
    assertThat(rise("edge_frames_submitted_total", before)).isEqualTo(12);
    assertThat(rise("edge_frames_total", before)).isEqualTo(12);
    assertThat(rise("edge_frames_failed_total", before)).isZero();
    String timed = "edge_frame_seconds_count{way=\"%s\"}";
    assertThat(rise(timed.formatted("pieces"), before) + rise(timed.formatted("frames"), before))
        .isEqualTo(12);
  }

  private double rise(String series, ExpositionText before) {
    return scrape(coordinator).value(series).orElse(0.0) - before.value(series).orElse(0.0);
  }

  @Test
  void countsAnswersByMethodAndStatus() {
    for (Http http : List.of(coordinator, worker)) {
      double before = answers(http, "DELETE", "4xx");
      http.delete("/nothing");
      assertThat(answers(http, "DELETE", "4xx")).as(http.origin()).isGreaterThan(before);
    }
  }

  /** A server that asked itself for figures would count two; others may ask meanwhile. */
  @Test
  void aScrapeIsOneRequest() {
    for (Http http : List.of(coordinator, worker)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> answersUntilTheNext(http) == 1);
    }
  }

  @Test
  void countsTheSameInBothFaces() {
    ExpositionText text =
        new ExpositionText(worker.get("/metrics", "Accept", "text/plain").expect(200).text());
    JsonObject json = worker.get("/metrics").expect(200).object();
    assertThat(text.value("edge_worker_frames_total"))
        .hasValue((double) json.getJsonObject("frames").getInt("total"));
  }

  @Test
  void tellsWhereTheTimeOfFramesGoes() {
    worker
        .post("/process-frame", "image/jpeg", Traffic.picture(), "Task-Id", "m", "Frame-Id", FRAME)
        .expect(200);
    ExpositionText text =
        new ExpositionText(worker.get("/metrics", "Accept", "text/plain").expect(200).text());
    double frames = text.value("edge_worker_frames_total").orElseThrow();
    double ofPieces = text.value("edge_worker_piece_frames_total").orElseThrow();
    for (String stage : List.of("jpeg_decode", "letterbox", "infer", "suppress")) {
      String label = "{stage=\"%s\"}".formatted(stage);
      assertThat(text.value("edge_stage_seconds_count" + label))
          .hasValue(stage.equals("jpeg_decode") ? frames - ofPieces : frames);
      assertThat(text.value("edge_stage_seconds_sum" + label).orElseThrow()).as(stage).isPositive();
    }
  }
}
