package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.SoleCoordinator;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A coordinator that is told to end amid a job: in order, in time, with status 0. */
@OnServers
@Timeout(500)
class CoordinatorRestartIT {
  private static final int FRAMES = 900;

  @Test
  void aCoordinatorGoesOnWhereItStoodAfterTheNextStart(SoleCoordinator sole) {
    ServerProcess first = sole.server();
    JobClient jobs = new JobClient(first.http());
    int total = totalFrames(first);
    String id = jobs.submit(Traffic.write("ending.mp4", FRAMES), "?sample_fps=0");
    jobs.await(id, job -> job.getInt("processed_frames") >= FRAMES / 9);
    List<JsonObject> before = jobs.frames(id);
    first.endInOrder();
    sole.startAgain();
    ServerProcess second = sole.server();
    JobClient again = new JobClient(second.http());
    JsonObject job = again.awaitCompleted(id);
    assertThat(job.getInt("total_frames")).isEqualTo(FRAMES);
    assertThat(job.getInt("processed_frames")).isEqualTo(FRAMES);
    assertThat(job.getInt("failed_frames")).isZero();
    again.requireTraffic(id, FRAMES);
    assertThat(again.frames(id)).as("what was done stays").containsAll(before);
    assertThat(totalFrames(second) - total).isEqualTo(FRAMES);
  }

  private static int totalFrames(ServerProcess server) {
    return server.http().get("/results/summary").expect(200).object().getInt("total_frames");
  }
}
