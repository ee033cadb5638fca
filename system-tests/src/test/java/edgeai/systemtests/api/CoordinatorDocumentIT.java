package edgeai.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.settings.Program;
import edgeai.systemtests.fixture.AnswerCheck;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A coordinator serves the document of its calls, pages of it, and answers as it says. */
@OnServers
class CoordinatorDocumentIT {
  private final Pool pool;
  private final DescribedServer described;

  CoordinatorDocumentIT(Pool pool) throws IOException {
    this.pool = pool;
    this.described = new DescribedServer(Program.COORDINATOR, pool.http());
  }

  @Test
  void theDocumentIsServed() throws IOException {
    described.assertThatTheDocumentIsServed();
  }

  @Test
  void thePagesNeedNobodyElse() {
    described.assertThatThePagesNeedNobodyElse();
  }

  @Test
  void allCanBeRead() {
    described.assertThatAllCanBeRead();
  }

  /** Else nothing but this class would hold answers against it. */
  @Test
  void everyAnswerOfEveryTestIsLookedAt() {
    assertThat(AnswerCheck.always(Build.war("coordinator-war"))).isPresent();
    assertThat(AnswerCheck.always(Build.war("admin-war"))).isPresent();
    assertThat(AnswerCheck.always(Build.war("worker-war"))).isEmpty();
  }

  /** A worker takes no calls of people, and has no pages. */
  @Test
  void aWorkerHasNone() {
    for (String path : new String[] {"/openapi.json", "/docs", "/redoc", "/docs/docs.js"}) {
      pool.workers().get(0).http().get(path).problem(404);
    }
  }

  @Test
  void answersAreAsDescribed() {
    JobClient jobs = new JobClient(pool.http());
    String job = jobs.submit(Traffic.write("described.mp4", 3), "?sample_fps=0");
    jobs.awaitCompleted(job);
    String frame = String.valueOf(JobClient.frameId(jobs.frames(job).get(0)));

    Map<String, Integer> made =
        described.assertThatAnswersAreAsDescribed(Map.of("id", job, "frame_id", frame));

    assertThat(made)
        .containsEntry("/jobs/{id}", 200)
        .containsEntry("/jobs/{id}/frames", 200)
        .containsEntry("/results/frames/{frame_id}", 200)
        .containsEntry("/workers", 200)
        .containsEntry("/metrics", 200)
        .hasSizeGreaterThan(20);
    described.assertThatItIsAsDescribed("get", "/jobs/{id}", pool.http().get("/jobs/nothing"));
    described.assertThatItIsAsDescribed(
        "post", "/results", pool.http().post("/results", "{\"worker_id\":7}"));
    described.assertThatItIsAsDescribed(
        "post", "/heartbeat/{id}", pool.http().post("/heartbeat/nobody"));
  }

  @Test
  void refusalsAreAsDescribed() {
    assertThat(described.assertThatRefusalsAreAsDescribed())
        .containsKeys(401, 403, 404, 413, 415, 422);
  }

  @Test
  void boundsHold() {
    JobClient jobs = new JobClient(pool.http());
    String job = jobs.submit(Traffic.write("described.mp4", 3), "?sample_fps=0");
    jobs.awaitCompleted(job);

    assertThat(described.bounds().assertThatTheyHold(Map.of("id", job)))
        .containsExactlyInAnyOrder(
            "/jobs/{id}/frames limit",
            "/jobs/{id}/frames state",
            "/jobs/{id}/results format",
            "/jobs/{id}/timeline buckets");
    byte[] picture = Traffic.picture();
    for (String query : List.of("confidence=-0.1", "confidence=1.1", "tiles=no-such")) {
      pool.http().post("/detect?" + query, "image/jpeg", picture).problem(422);
    }
    for (String query : List.of("confidence=0", "confidence=1", "tiles=auto", "tiles=3x2")) {
      pool.http().post("/detect?" + query, "image/jpeg", picture).expect(200);
    }
  }

  @Test
  void whoDoesNotReadHoldsFewPlacesAndNotForLong() {
    String script = "GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n";
    List<RawConnection> unread = new ArrayList<>();
    try {
      for (int client = 0; client < 20; client++) {
        unread.add(RawConnection.to(pool.coordinator(), 4_096).send(script.repeat(5)));
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                Reply busy = pool.http().get("/docs/swagger-ui-bundle.js");
                assertThat(busy.status()).isEqualTo(503);
              });
      assertThat(pool.http().get("/health").status()).isEqualTo(200);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> pool.http().get("/docs/swagger-ui-bundle.js").status() == 200);
    } finally {
      unread.forEach(RawConnection::close);
    }
  }
}
