package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.SecretUse;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.TraceCollector;
import edgeai.systemtests.fixture.TracedStep;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** What a collector of traces and one of logs get of an upload, from the client to inference. */
@Tag("long")
@Timeout(400)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@StartsServers(Lane.PROCESSES)
class TracesIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CLIENT = "00f067aa0ba902b7";

  private final TraceCollector collector = new TraceCollector();
  private final SecretUse secrets = new SecretUse("traced-secrets");
  private ServerProcess coordinator;
  private ServerProcess worker;

  @BeforeAll
  void start() throws IOException {
    Path model = Build.emptyFolder("traced-model").resolve("blobs.onnx");
    BlobModel.standard().write(model);
    Map<String, String> told =
        Map.of(
            "LOG_FORMAT",
            "json",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            collector.url(),
            "OTEL_BSP_SCHEDULE_DELAY",
            "200");
    Map<String, String> ofCoordinator = new HashMap<>(told);
    ofCoordinator.putAll(secrets.ofCoordinator());
    ofCoordinator.put("MODEL", model.toString());
    ofCoordinator.put("LOCAL_WORKER", "false");
    coordinator = ServerProcess.coordinator("traced-coordinator", ofCoordinator);
    worker = ServerProcess.worker("traced-worker", coordinator.url(), told);
    coordinator.awaitReady();
    worker.awaitReady();
  }

  @AfterAll
  void close() {
    worker.close();
    coordinator.close();
    collector.close();
    secrets.close();
  }

  @Test
  void anUploadIsOneTraceDownToInference() throws IOException {
    Upload upload = Upload.of(Traffic.write("traced.mp4", 12));
    Reply taken =
        coordinator
            .http()
            .post(
                "/upload-video?sample_fps=0",
                Upload.CONTENT_TYPE,
                upload.body(),
                "traceparent",
                "00-%s-%s-01".formatted(TRACE, CLIENT));
    String job = taken.expect(200).object().getString("job_id");
    new JobClient(coordinator.http()).awaitCompleted(job);

    await("all of the trace")
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(named("infer")).isNotEmpty());
    await("the job's end").atMost(LIMIT).untilAsserted(() -> assertThat(named("job")).hasSize(1));
    TracedStep first = named("POST /upload-video").get(0);
    assertThat(first.parent()).isEqualTo(CLIENT);
    assertThat(first.service()).isEqualTo("edge-coordinator");
    assertThat(taken.header("traceresponse")).isEqualTo("00-%s-%s-01".formatted(TRACE, first.id()));
    TracedStep work = named("job").get(0);
    assertThat(work.parent()).isEqualTo(first.id());
    assertThat(work.said()).containsEntry("edge.job", job).containsEntry("edge.frames", "12");
    TracedStep inference = named("infer").get(0);
    assertThat(inference.service()).isEqualTo("edge-worker");
    TracedStep request = step(inference.parent());
    assertThat(request.name()).isEqualTo("POST /process-piece");
    TracedStep piece = step(request.parent());
    assertThat(piece.name()).isEqualTo("piece");
    assertThat(piece.service()).isEqualTo("edge-coordinator");
    assertThat(piece.said()).containsEntry("edge.worker", worker.name());
    assertThat(piece.parent()).isEqualTo(work.id());

    requireJson(coordinator);
    requireJson(worker);
    assertThat(lines(coordinator))
        .filteredOn(line -> line.getString("message").startsWith("job " + job + " completed"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getString("job")).isEqualTo(job);
              assertThat(line.getString("trace_id")).isEqualTo(TRACE);
              assertThat(line.getString("span_id")).isEqualTo(work.id());
            });
    assertThat(lines(worker)).allMatch(line -> worker.name().equals(line.getString("worker", "")));
  }

  @Test
  void soIsEachFrameThatGoesAlone() {
    JobClient jobs = new JobClient(coordinator.http());
    int frames = 4;
    String id = jobs.submit(Traffic.write("traced-frames.ts", frames), "?sample_fps=0");
    assertThat(jobs.awaitCompleted(id).getString("mode")).isEqualTo("frames");
    TracedStep job =
        await("the job's step")
            .atMost(LIMIT)
            .until(
                () ->
                    collector.steps().stream()
                        .filter(step -> id.equals(step.said().get("edge.job")))
                        .findAny(),
                Optional::isPresent)
            .orElseThrow();
    await("its frames, down to their inference")
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(of(job, "infer")).hasSize(frames));
    assertThat(of(job, "frame"))
        .hasSize(frames)
        .allMatch(step -> step.parent().equals(job.id()))
        .allMatch(step -> step.said().get("edge.worker").equals(worker.name()))
        .allMatch(step -> step.said().get("edge.outcome").equals("completed"));
    assertThat(of(job, "POST /process-frame"))
        .extracting(TracedStep::parent)
        .containsExactlyInAnyOrderElementsOf(
            of(job, "frame").stream().map(TracedStep::id).toList());
    assertThat(of(job, "infer"))
        .extracting(TracedStep::parent)
        .containsExactlyInAnyOrderElementsOf(
            of(job, "POST /process-frame").stream().map(TracedStep::id).toList());
  }

  private List<TracedStep> of(TracedStep job, String name) {
    return collector.steps(job.traceId()).stream().filter(s -> s.name().equals(name)).toList();
  }

  /** What nobody asked for is no step: heartbeats, looks of dashboards, scrapes. */
  @Test
  void onlyWhatIsWorthItIsAStep() {
    coordinator.http().get("/jobs").expect(200);
    assertThat(coordinator.http().get("/health").header("traceresponse")).isEmpty();
    coordinator.http().post("/detect", "image/jpeg", new byte[] {1, 2, 3});
    await("a step that comes after the others")
        .atMost(LIMIT)
        .until(() -> collector.steps().stream().anyMatch(s -> s.name().equals("POST /detect")));
    assertThat(collector.steps())
        .extracting(TracedStep::name)
        .containsOnlyOnce("POST /detect")
        .allMatch(name -> name.matches("POST /[a-z-]+|job|piece|frame|infer|report"));
  }

  /** {@link SecretsIT} has the same with everything logged. */
  @Test
  void noSecretIsInALogNorInATrace() {
    JobClient jobs = new JobClient(coordinator.http());
    String job = jobs.submit(Traffic.write("traced-secret.mp4", 3), "?sample_fps=0");
    jobs.awaitCompleted(job);
    secrets.use(coordinator, job, JobClient.frameId(jobs.frames(job).get(0)));
    assertThat(secrets.in(coordinator.output())).isEmpty();
    assertThat(secrets.in(worker.output())).isEmpty();
    assertThat(secrets.in(collector.steps().toString())).isEmpty();
  }

  /** The last, since the collector does not come back. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aCollectorThatIsAwayCostsALine() {
    collector.close();
    long began = System.nanoTime();
    JobClient jobs = new JobClient(coordinator.http());
    for (int i = 0; i < 2; i++) {
      jobs.awaitCompleted(jobs.submit(Traffic.write("traced-away.mp4", 3), "?sample_fps=0"));
      long before = lost();
      await("steps are lost").atMost(LIMIT).until(() -> lost() > before);
    }
    assertThat(lines(coordinator))
        .filteredOn(line -> line.getString("logger").contains("trace"))
        .as("one a minute")
        .hasSizeBetween(1, 1 + (int) Duration.ofNanos(System.nanoTime() - began).toMinutes())
        .allSatisfy(
            line ->
                assertThat(line.getString("message"))
                    .startsWith("the collector of traces (OTEL_EXPORTER_OTLP_ENDPOINT)"));
    assertThat(lines(coordinator))
        .noneMatch(line -> line.getString("logger").startsWith("io.opentelemetry"));
  }

  private long lost() {
    return coordinator
        .http()
        .get("/metrics", "Accept", "text/plain")
        .text()
        .lines()
        .filter(line -> line.startsWith("edge_trace_steps_lost_total "))
        .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
        .sum();
  }

  private List<TracedStep> named(String name) {
    return collector.steps(TRACE).stream().filter(step -> step.name().equals(name)).toList();
  }

  private TracedStep step(String id) {
    return await("step " + id)
        .atMost(LIMIT)
        .until(
            () -> collector.steps(TRACE).stream().filter(s -> s.id().equals(id)).findAny(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** From the moment that the application is there. */
  private static void requireJson(ServerProcess server) {
    List<String> all = server.output().lines().toList();
    int begun = all.indexOf(all.stream().filter(TracesIT::isJson).findFirst().orElseThrow());
    assertThat(all.subList(begun, all.size())).allMatch(TracesIT::isJson);
    assertThat(lines(server)).anyMatch(line -> !line.getString("logger").startsWith("edgeai."));
  }

  private static boolean isJson(String line) {
    return line.startsWith("{\"time\":\"") && line.endsWith("}");
  }

  private static List<JsonObject> lines(ServerProcess server) {
    return server.output().lines().filter(TracesIT::isJson).map(TracesIT::read).toList();
  }

  private static JsonObject read(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
