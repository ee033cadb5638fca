package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.IdleCoordinator;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More jobs than may wait. */
@OnServers
@Timeout(300)
class OverloadIT {
  @Test
  void anUploadThatCouldOnlyWaitBehindTooManyIsToldWhenToComeAgain(IdleCoordinator idle) {
    ServerProcess server = idle.server();
    JobClient jobs = new JobClient(server.http());
    Path video = Traffic.write("overload.mp4", 5);
    int known = server.http().get("/jobs").expect(200).array().size();
    String active = jobs.submit(video, "");
    String waiting = jobs.submit(video, "");
    List<String> files = Build.uploadsIn(server.data().resolve("uploads"));
    for (int tried = 0; tried < 3; tried++) {
      Reply refused = Upload.of(video).to(server.http(), "");
      assertThat(refused.problem(503)).contains("waiting already");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }
    assertThat(Build.uploadsIn(server.data().resolve("uploads"))).isEqualTo(files);
    assertThat(server.http().get("/jobs").expect(200).array()).hasSize(known + 2);

    server.http().delete("/jobs/" + waiting).expect(200);
    String next = jobs.submit(video, "");
    for (String id : List.of(next, active)) {
      server.http().delete("/jobs/" + id).expect(200);
    }
  }
}
