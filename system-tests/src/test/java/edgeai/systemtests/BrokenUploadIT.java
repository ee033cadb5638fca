package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploads over bad lines: those that break off, stand still, or are slow. */
@OnServers
class BrokenUploadIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final ServerProcess server;
  private final Path uploads;

  /** A second; the least is a third of it, which a busy machine may make of it. */
  private static final int TRICKLE = 3_000;

  private final byte[] body = Upload.of(Traffic.write("broken.mp4", 25)).body();

  BrokenUploadIT(Pool pool) {
    server = pool.coordinator();
    uploads = server.data().resolve("uploads");
  }

  @Test
  void leavesNothingOfAnUploadThatBreaksOff() {
    List<String> before = Build.filesIn(uploads);
    try (RawConnection connection = RawConnection.to(server)) {
      connection.sendUploadHead("", body.length).send(body, 0, body.length / 2);
      await("the upload has begun")
          .atMost(LIMIT)
          .until(() -> !Build.filesIn(uploads).equals(before));
    }
    await("nothing is left").atMost(LIMIT).until(() -> Build.filesIn(uploads).equals(before));
    server.http().get("/health").expect(200);
  }

  /** It has no id of the job, and would send its video again. */
  @Test
  void leavesNothingOfAnUploadWhoseClientDoesNotWait() {
    List<String> before = Build.filesIn(uploads);
    int jobs = server.http().get("/jobs").expect(200).array().size();
    double gone = gone();
    try (RawConnection connection = RawConnection.to(server)) {
      connection.sendUploadHead("", body.length).send(body, 0, body.length);
    }
    await("it is noticed").atMost(LIMIT).until(() -> gone() > gone);
    await("nothing is left").atMost(LIMIT).until(() -> Build.filesIn(uploads).equals(before));
    assertThat(server.http().get("/jobs").expect(200).array()).hasSize(jobs);
  }

  private double gone() {
    return new ExpositionText(server.http().get("/metrics", "Accept", "text/plain").text())
        .value("edge_clients_gone_total")
        .orElseThrow();
  }

  /** The server waits a minute for a client that sends nothing. */
  @Test
  @Tag("long")
  void endsAnUploadThatStandsStill() {
    List<String> before = Build.filesIn(uploads);
    try (RawConnection connection = RawConnection.to(server)) {
      connection.sendUploadHead("", body.length).send(body, 0, body.length / 2);
      connection.readToEnd(Duration.ofMinutes(7));
      await("nothing is left").atMost(LIMIT).until(() -> Build.filesIn(uploads).equals(before));
    }
  }

  @Test
  @Tag("long")
  void waitsForAnUploadThatTrickles() {
    byte[] large = Upload.of(Traffic.write("trickle.mp4", 500)).body();
    AtomicInteger sent = new AtomicInteger();
    try (RawConnection connection = RawConnection.to(server)) {
      connection.sendUploadHead("?sample_fps=5", large.length);
      await("more than a window of the least pace has passed")
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                int from = sent.getAndAdd(TRICKLE);
                connection.send(large, from, from + TRICKLE);
                return from >= 30 * TRICKLE;
              });
      connection.send(large, sent.get(), large.length);
      assertThat(connection.readSome(LIMIT)).startsWith("HTTP/1.1 200").contains("job_id");
    }
  }
}
