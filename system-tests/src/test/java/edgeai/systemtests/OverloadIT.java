package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More jobs than may wait. */
@Timeout(300)
class OverloadIT {
  @Test
  void anUploadThatCouldOnlyWaitBehindTooManyIsToldWhenToComeAgain() {
    Map<String, String> settings =
        Map.of("LOCAL_WORKER", "false", "MAX_ACTIVE_JOBS", "1", "MAX_QUEUED_JOBS", "1");
    try (ServerProcess server = ServerProcess.coordinator("overload", settings).awaitReady()) {
      JobClient jobs = new JobClient(server.http());
      Path video = Traffic.write("overload.mp4", 5);
      String active = jobs.submit(video, "");
      String waiting = jobs.submit(video, "");
      List<String> files = Build.filesIn(server.data().resolve("uploads"));
      for (int tried = 0; tried < 3; tried++) {
        Reply refused = Upload.of(video).to(server.http(), "");
        assertThat(refused.problem(503)).contains("waiting already");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
      }
      assertThat(Build.filesIn(server.data().resolve("uploads"))).isEqualTo(files);
      assertThat(server.http().get("/jobs").expect(200).array()).hasSize(2);

      server.http().delete("/jobs/" + waiting).expect(200);
      String next = jobs.submit(video, "");
      for (String id : List.of(next, active)) {
        server.http().delete("/jobs/" + id).expect(200);
      }
    }
  }
}
