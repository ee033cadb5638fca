package edgeai.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Reply;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Decoders of pieces die: again and again, or wherever one frame of a video is to be decoded. */
final class DecoderFaults {
  private static final long PERIOD_MS = 500;
  private static final long LOOK_AGAIN_MS = 5;

  /** As often as a frame is tried in pieces. */
  private static final int CRASHES = 2;

  private final ChaosPool pool;
  private final String job;
  private long frame;

  private DecoderFaults(Scene scene) {
    pool = scene.pool();
    job = scene.job();
  }

  /** On one worker, whatever they do. */
  static void ofOneWorker(Scene scene) {
    every(PERIOD_MS, scene, () -> scene.pool().far().distress().killChildren());
  }

  /** On whichever worker has a certain frame in a piece, until nobody tries that any more. */
  static void onOneFrame(Scene scene) {
    DecoderFaults faults = new DecoderFaults(scene);
    every(LOOK_AGAIN_MS, scene, faults::crash);
    scene.afterwards(faults::requireTriedElsewhereAndThenByItself);
  }

  private static void every(long millis, Scene scene, Runnable act) {
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    thread.scheduleWithFixedDelay(act, 0, millis, TimeUnit.MILLISECONDS);
    scene.atEnd(thread::shutdownNow);
  }

  private void crash() {
    try {
      if (frame == 0 || stored().filter(DecoderFaults::isDoneTooSoon).isPresent()) {
        frame = lastOfAPiece();
      }
      pending(frame)
          .filter(seen -> crashed(seen).size() < CRASHES)
          .flatMap(DecoderFaults::holder)
          .ifPresent(worker -> pool.server(worker).distress().killChildren());
    } catch (UncheckedIOException e) {
      // looked at again in a moment
    }
  }

  /** Which is decoded when the others are; 0 where no piece is out. */
  private long lastOfAPiece() {
    return pendingAfter(0).stream()
        .filter(one -> attempts(one).size() == 1)
        .mapToLong(JobClient::frameId)
        .max()
        .orElse(0);
  }

  private Optional<JsonObject> pending(long id) {
    return pendingAfter(id - 1).stream().filter(one -> JobClient.frameId(one) == id).findFirst();
  }

  private List<JsonObject> pendingAfter(long id) {
    return pool.http()
        .get("/jobs/%s/frames?state=pending&limit=200&cursor=%d".formatted(job, Math.max(0, id)))
        .expect(200)
        .objects();
  }

  /** Empty while it is not settled. */
  private Optional<JsonObject> stored() {
    Reply reply = pool.http().get("/results/frames/" + frame);
    return reply.status() == 200 ? Optional.of(reply.object()) : Optional.empty();
  }

  /** Its worker was quicker than its end. */
  private static boolean isDoneTooSoon(JsonObject seen) {
    return crashed(seen).size() < CRASHES;
  }

  private static Optional<String> holder(JsonObject seen) {
    return attempts(seen).stream()
        .filter(attempt -> attempt.getString("outcome").equals("pending"))
        .map(attempt -> attempt.getString("worker_id"))
        .findFirst();
  }

  private static List<String> crashed(JsonObject seen) {
    return attempts(seen).stream()
        .filter(attempt -> attempt.getString("outcome").equals("declined"))
        .map(attempt -> attempt.getString("worker_id"))
        .toList();
  }

  private static List<JsonObject> attempts(JsonObject seen) {
    return seen.getJsonArray("attempt_log").getValuesAs(JsonObject.class);
  }

  private void requireTriedElsewhereAndThenByItself() {
    JsonObject seen = stored().orElseThrow();
    assertThat(crashed(seen)).as("%s", seen).hasSize(CRASHES).doesNotHaveDuplicates();
    assertThat(attempts(seen).get(0).getString("reason")).as("%s", seen).contains("cannot be done");
    assertThat(seen.getString("status")).isEqualTo("completed");
  }
}
