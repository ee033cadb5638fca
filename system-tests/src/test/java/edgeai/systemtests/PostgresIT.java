package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.cli.doctor.Diagnosis;
import edgeai.cli.doctor.PostgresExamination;
import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.PostgresHere;
import edgeai.common.fixture.TestPostgres;
import edgeai.settings.SettingReader;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that keep what they have in PostgreSQL, which ends amid a job. */
@Timeout(400)
@StartsServers(Lane.PROCESSES)
class PostgresIT {
  private static final int FRAMES = 900;
  private static final int EX_CONFIG = 78;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration OUTAGE = Duration.ofSeconds(8);

  private static TestPostgres postgres;
  private static String model;

  @BeforeAll
  static void start() throws IOException {
    postgres = PostgresHere.start(Build.emptyFolder("postgres").resolve("data"));
    Path file = Build.emptyFolder("postgres-model").resolve("blobs.onnx");
    model = BlobModel.standard().write(file).toString();
  }

  @AfterAll
  static void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  private static Map<String, String> settings(String database) {
    postgres.create(database, null);
    Map<String, String> settings = new HashMap<>(postgres.settings(database));
    settings.put("MODEL", model);
    return settings;
  }

  @Test
  @Tag("long")
  void aJobOutlivesTheEndOfItsDatabase() {
    try (ServerProcess server = ServerProcess.coordinator("on-postgres", settings("jobs"))) {
      server.awaitReady();
      Http http = server.http();
      JobClient jobs = new JobClient(http);
      Path video = Traffic.write("postgres.mp4", FRAMES);
      String id = jobs.submit(video, "?sample_fps=0");
      jobs.await(id, job -> job.getInt("processed_frames") >= FRAMES / 9);

      postgres.kill();
      assertThat(http.get("/jobs").problem(503)).contains("database");
      await("the database stays away for a while")
          .pollDelay(OUTAGE)
          .atMost(LIMIT)
          .until(() -> http.get("/health").status() == 200);
      postgres.startAgain();

      JsonObject job = jobs.awaitCompleted(id);
      assertThat(job.getInt("processed_frames")).isEqualTo(FRAMES);
      assertThat(job.getInt("failed_frames")).isZero();
      jobs.requireTraffic(id, FRAMES);
      requireTotals(http, FRAMES);
      assertThat(http.get("/ledger").expect(200).object().getBoolean("balanced")).isTrue();
      requireNoPassword(server);
    }
  }

  private static void requireTotals(Http http, int frames) {
    JsonObject summary = http.get("/results/summary").expect(200).object();
    assertThat(summary.getInt("total_frames")).isEqualTo(frames);
    assertThat(summary.getInt("total_detections")).isEqualTo(Traffic.objects(frames));
  }

  private static void requireNoPassword(ServerProcess server) {
    assertThat(server.output()).doesNotContain(TestPostgres.PASSWORD);
    assertThat(server.usage().commandLine()).isNotEmpty().doesNotContain(TestPostgres.PASSWORD);
  }

  @Test
  @Tag("long")
  void aWorkerFindsTheSameAsOnH2AndAStartFindsItAgain() {
    Path video = Traffic.write("postgres-same.mp4", 100);
    List<JsonObject> onPostgres;
    Map<String, String> settings = settings("same");
    settings.put("LOCAL_WORKER", "false");
    try (ServerProcess coordinator = ServerProcess.coordinator("postgres-same", settings);
        ServerProcess worker =
            ServerProcess.worker("postgres-worker", coordinator.url(), Map.of())) {
      coordinator.awaitReady();
      worker.awaitReady();
      JobClient jobs = new JobClient(coordinator.http());
      String id = jobs.submit(video, "?sample_fps=0");
      jobs.awaitCompleted(id);
      onPostgres = jobs.frames(id);
      coordinator.endInOrder();
      try (ServerProcess again = coordinator.startAgain().awaitReady()) {
        assertThat(new JobClient(again.http()).frames(id)).isEqualTo(onPostgres);
        requireTotals(again.http(), 100);
      }
    }
    try (ServerProcess coordinator =
        ServerProcess.coordinator("h2-same", Map.of("MODEL", model)).awaitReady()) {
      JobClient jobs = new JobClient(coordinator.http());
      String id = jobs.submit(video, "?sample_fps=0");
      jobs.awaitCompleted(id);
      assertThat(jobs.frames(id).stream().map(JobClient::detections).toList())
          .isEqualTo(onPostgres.stream().map(JobClient::detections).toList());
    }
  }

  @Test
  @Tag("long")
  void coordinatorAndAdminShareADatabaseAndTwoOfAKindDoNot() {
    Map<String, String> settings = settings("shared");
    try (ServerProcess admin = ServerProcess.admin("postgres-admin", settings).awaitReady()) {
      try (ServerProcess coordinator =
          ServerProcess.coordinator("postgres-beside", settings).awaitReady()) {
        requireRefusal(
            ServerProcess.coordinator("postgres-second", settings), "another server of this kind");
        requireNoPassword(coordinator);
      }
      requireNoPassword(admin);
    }
  }

  @Test
  void theDoctorLooksAtIt() throws IOException {
    Map<String, String> settings = settings("looked_at");
    assertThat(look(settings)).isEqualTo("ok " + postgres.url("looked_at"));
    settings.put("DB_PASSWORD", "a-wrong-horse");
    assertThat(look(settings)).startsWith("trouble").contains("the password of edge is wrong");
    settings.put("DB_URL", "jdbc:postgresql://127.0.0.1:1/edge");
    assertThat(look(settings)).startsWith("trouble").contains("nothing answers there");
    postgres.run("postgres", "create database of_others");
    settings.putAll(postgres.settings("of_others"));
    assertThat(look(settings)).startsWith("trouble").contains("edge may make no schemas there");
  }

  private static String look(Map<String, String> settings) throws IOException {
    Diagnosis found =
        new PostgresExamination(new SettingReader(settings::get), Build.war("coordinator-war"))
            .look()
            .get(0);
    assertThat(found.words()).doesNotContain("a-wrong-horse", TestPostgres.PASSWORD);
    return "%s %s"
        .formatted(
            found.gravity().word(),
            found.words().replaceFirst("^DB_URL=(\\S+) is PostgreSQL 18.*takes edge$", "$1"));
  }

  @Test
  @Tag("long")
  void aWrongPasswordRefusesTheStart() {
    Map<String, String> settings = settings("refused");
    settings.put("DB_PASSWORD", "a-wrong-horse");
    requireRefusal(
        ServerProcess.admin("postgres-refused", settings),
        "DB_URL=jdbc:postgresql://",
        "the password of edge is wrong");
  }

  private static void requireRefusal(ServerProcess started, String... parts) {
    try (ServerProcess server = started) {
      assertThat(server.awaitExit()).as(server.output()).isEqualTo(EX_CONFIG);
      assertThat(server.output().lines().filter(line -> line.startsWith("START REFUSED: ")))
          .singleElement()
          .asString()
          .contains(parts);
      assertThat(server.output()).doesNotContain("a-wrong-horse", TestPostgres.PASSWORD);
    }
  }
}
