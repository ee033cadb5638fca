package edgeai.benchmark.jobs;

import edgeai.benchmark.footage.FileUpload;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Reply;
import jakarta.json.JsonObject;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A job of a long video, of whose frames on the ledger some seconds are enough to know. */
public final class JobWatch {
  private static final Duration BEGIN = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  /** Whoever looks takes processor time from what is measured. */
  private static final long LOOK_SELDOM_MS = 250;

  private final Http coordinator;
  private final String id;

  /** The job of this id. */
  public JobWatch(Http coordinator, String id) {
    this.coordinator = coordinator;
    this.id = id;
  }

  /**
   * Uploads a video.
   *
   * @param sampleFps frames of a second of it, 0 for all
   */
  public static JobWatch begin(Http coordinator, Path video, double sampleFps)
      throws FileNotFoundException {
    return new JobWatch(
        coordinator, FileUpload.submit(coordinator, video, "?sample_fps=" + sampleFps));
  }

  public String id() {
    return id;
  }

  /** The job as it is now. */
  public JsonObject look() {
    return coordinator.get("/jobs/" + id).expect(200).object();
  }

  /** Frames whose results are on disk. */
  public long frames() {
    return look().getJsonNumber("processed_frames").longValue();
  }

  /** {@code pieces} or {@code frames}. */
  public String mode() {
    return look().getString("mode", "frames");
  }

  public boolean isOver() {
    return isOver(look());
  }

  private static boolean isOver(JsonObject job) {
    return List.of("completed", "failed").contains(job.getString("status"));
  }

  /** Waits until the first frames are on disk. */
  public void awaitFrames(long wanted) {
    Awaitility.await(wanted + " frames")
        .atMost(BEGIN)
        .pollInterval(LOOK_AGAIN)
        .until(() -> frames() >= wanted);
  }

  /** Waits until so many frames are on disk, or so long; whether they are. */
  public boolean awaitFrames(long wanted, Duration limit) throws InterruptedException {
    return await(() -> frames() >= wanted, limit);
  }

  /** Waits until the job is over, or so long; whether it is. */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    return await(this::isOver, limit);
  }

  private static boolean await(BooleanSupplier wanted, Duration limit) throws InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        return false;
      }
      Thread.sleep(LOOK_SELDOM_MS);
    }
    return true;
  }

  /** Cancels it and waits until its end; one that had ended already is removed by that. */
  public void cancel() {
    coordinator.delete("/jobs/" + id);
    Awaitility.await("the end of job " + id)
        .atMost(BEGIN)
        .pollInterval(LOOK_AGAIN)
        .until(() -> hasEnded(coordinator.get("/jobs/" + id)));
  }

  private static boolean hasEnded(Reply reply) {
    return reply.status() == 404 || isOver(reply.expect(200).object());
  }
}
