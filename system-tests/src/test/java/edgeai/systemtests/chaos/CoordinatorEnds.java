package edgeai.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The coordinator ends amid a job and comes back with the data it had. */
final class CoordinatorEnds {
  private CoordinatorEnds() {}

  static void killed(Scene scene) {
    Map<Long, String> done = done(scene);
    scene.pool().coordinator().kill();
    comeBack(scene, done);
  }

  static void terminated(Scene scene) {
    Map<Long, String> done = done(scene);
    ServerProcess ending = scene.pool().coordinator();
    ending.terminate();
    scene.afterwards(() -> assertThat(ending.awaitExit()).as("exit status after SIGTERM").isZero());
    comeBack(scene, done);
  }

  static void killedAmidUpload(Scene scene) {
    byte[] body = Upload.of(Traffic.write("chaos-cut.mp4", 50)).body();
    Map<Long, String> done = done(scene);
    ServerProcess coordinator = scene.pool().coordinator();
    try (RawConnection upload = RawConnection.to(coordinator)) {
      upload.sendUploadHead("", body.length).send(body, 0, body.length / 2);
      coordinator.kill();
    }
    comeBack(scene, done);
  }

  private static void comeBack(Scene scene, Map<Long, String> done) {
    ChaosPool pool = scene.pool();
    pool.startCoordinatorAgain();
    requireNoRemains(pool);
    scene.afterwards(() -> assertThat(done(scene)).containsAllEntriesOf(done));
  }

  /** When each frame that is done was done, by id: none is done again. */
  private static Map<Long, String> done(Scene scene) {
    return scene.pool().jobs().frames(scene.job()).stream()
        .filter(frame -> frame.getString("status").equals("completed"))
        .collect(Collectors.toMap(JobClient::frameId, CoordinatorEnds::when));
  }

  private static String when(JsonObject frame) {
    return frame.getString("received_at") + " by " + frame.getString("worker_id");
  }

  /** Each file belongs to a job. */
  private static void requireNoRemains(ChaosPool pool) {
    List<String> jobs =
        pool.http().get("/jobs").expect(200).objects().stream()
            .map(job -> job.getString("job_id"))
            .flatMap(id -> Stream.of(id + ".video", id + ".index"))
            .toList();
    assertThat(Build.filesIn(pool.coordinator().data().resolve("uploads"))).isSubsetOf(jobs);
  }
}
