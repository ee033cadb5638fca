package edgeai.benchmark.hour;

import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import edgeai.benchmark.Run;
import edgeai.benchmark.jobs.JobWatch;
import edgeai.benchmark.jobs.PieceTaker;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A job that wants one frame in five seconds of a long video, and the picture of one of them. */
final class SeldomFrames {
  private static final double SAMPLE_FPS = 0.2;
  private static final int ALL_PER_FRAME = (int) Math.round(LongVideo.FPS / SAMPLE_FPS);
  private static final long MINUTE_50_MS = 50 * 60_000L;
  private static final String JOB = "a frame in five seconds";
  private static final String PICTURE = "picture of a frame at minute 50";

  /** Takes frames as fast as they come. */
  private static final PieceTaker.Plan AT_ONCE = new PieceTaker.Plan(8, Duration.ZERO, 1920, 1080);

  private final Report report;
  private final ServerProcess coordinator;
  private final Duration limit;

  SeldomFrames(Run run, Report report, ServerProcess coordinator) {
    this.report = report;
    this.coordinator = coordinator;
    this.limit = Duration.ofSeconds(run.choose(60, 600));
  }

  void measure(Path video) throws Exception {
    try (PieceTaker taker = PieceTaker.join(coordinator.http(), "taker", AT_ONCE)) {
      Duration before = coordinator.usage().familyProcessorTime();
      long began = System.nanoTime();
      JobWatch job = JobWatch.begin(coordinator.http(), video, SAMPLE_FPS);
      boolean over = job.awaitEnd(limit);
      double seconds = (System.nanoTime() - began) / 1e9;
      double millis = coordinator.usage().familyProcessorTime().minus(before).toNanos() / 1e6;
      long frames = job.frames();
      report.add(Row.of(JOB + ", the whole job", over ? Figure.of(seconds) : overrun(), "s"));
      report.add(Row.of(JOB + ", coordinator's processor time", per(frames, millis), "ms/frame"));
      report.add(
          new Row(
              JOB + ", packets to be decoded",
              per(taker.wantedOfPieces(), taker.packetsOfPieces()),
              "a frame",
              "all of the video",
              Figure.of(ALL_PER_FRAME)));
      report.note(
          "%s: %d frames in %.0f s, by %s; the worker decodes none of what it gets"
              .formatted(JOB, frames, seconds, job.mode()));
      picture(job.id());
      if (!over) {
        job.cancel();
      }
    }
  }

  private Figure overrun() {
    return Figure.missing("over %d".formatted(limit.toSeconds()));
  }

  private static Figure per(long frames, double value) {
    return frames == 0 ? Figure.missing("none") : Figure.of(value / frames);
  }

  /** Of the first that is done of that minute, as a dashboard gets it. */
  private void picture(String job) {
    Optional<JsonObject> frame =
        new JobClient(coordinator.http())
            .frames(job).stream()
                .filter(one -> one.getString("status").equals("completed"))
                .filter(one -> one.getJsonNumber("media_time_ms").longValue() >= MINUTE_50_MS)
                .findFirst();
    report.add(
        Row.of(
            PICTURE,
            frame
                .map(one -> seconds("/jobs/%s/frames/%d/image", job, JobClient.frameId(one)))
                .orElse(Figure.missing("no frame there")),
            "s"));
  }

  private Figure seconds(String path, Object... of) {
    long began = System.nanoTime();
    try {
      Reply reply = coordinator.http().get(path.formatted(of));
      return reply.status() == 200
          ? Figure.of((System.nanoTime() - began) / 1e9)
          : Figure.missing("answer " + reply.status());
    } catch (UncheckedIOException e) {
      return Figure.missing("no answer");
    }
  }
}
