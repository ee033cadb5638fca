package edgeai.settings;

import static edgeai.settings.Program.CAMERA;
import static edgeai.settings.Program.COORDINATOR;
import static edgeai.settings.Program.WORKER;

import java.time.Duration;
import java.util.List;

/** What a coordinator takes, keeps and shows. */
public final class JobCatalogue {
  private static final Kind<Long> BYTES = Kind.whole(1, Long.MAX_VALUE);

  public static final Setting<Double> SAMPLE_FPS =
      of(
          "SAMPLE_FPS",
          Kind.decimal(0, 1_000),
          Fallback.to(5.0),
          "frames taken per second of video; 0 for every frame");

  public static final Setting<SkipStill> SKIP_STILL =
      of(
          "SKIP_STILL",
          SkipStill.kind(),
          Fallback.to(SkipStill.OFF),
          "frames of jobs that show nothing new take what was found in the one before: never"
              + " (off), as good as if each were inferred (safe), with small changes passed over"
              + " (fast), or from which change on one is inferred");

  public static final Setting<Tiles> TILES =
      of(
          "TILES",
          Tiles.kind(),
          Fallback.to(Tiles.WHOLE),
          "into how many overlapping parts frames of jobs are cut, for small objects; each part and"
              + " the whole frame are inferred, which is 3 inferences a frame for 2x1 and 7 for"
              + " 3x2; auto chooses by the frame's size");

  public static final Setting<Boolean> LOCAL_WORKER =
      of("LOCAL_WORKER", Kind.flag(), Fallback.to(true), "whether the coordinator infers too");

  public static final Setting<Long> MAX_UPLOAD_BYTES =
      of("MAX_UPLOAD_BYTES", BYTES, Fallback.to(4L << 30, "4 GiB"), "more is a 413");

  public static final Setting<Double> MAX_VIDEO_SECONDS =
      of(
          "MAX_VIDEO_SECONDS",
          Kind.decimal(0.001, 1e7),
          Fallback.to(4.0 * 3600),
          "play time of a video");

  /** A coordinator's pools are made for this many. */
  public static final int MOST_ACTIVE_JOBS = 64;

  public static final Setting<Integer> MAX_ACTIVE_JOBS =
      of(
          "MAX_ACTIVE_JOBS",
          Kind.integer(1, MOST_ACTIVE_JOBS),
          Fallback.to(2),
          "jobs worked on at the same time");

  public static final Setting<Integer> MAX_QUEUED_JOBS =
      of(
          "MAX_QUEUED_JOBS",
          Kind.integer(0, 100_000),
          Fallback.to(100),
          "jobs waiting; more uploads are a 503");

  public static final Setting<Duration> JOB_RETENTION_DAYS =
      of(
          "JOB_RETENTION_DAYS",
          Kind.days(1, 36_500),
          Fallback.to(Duration.ofDays(30)),
          "ended jobs older than that are removed");

  public static final Setting<Long> DATA_MAX_BYTES =
      of(
          "DATA_MAX_BYTES",
          BYTES,
          Fallback.to(50L << 30, "50 GiB"),
          "what uploads may take together; files of the oldest ended jobs go first");

  /** A coordinator's totals have room for so many names of workers. */
  public static final int MOST_WORKERS = 10_000;

  public static final Setting<List<Network>> ALLOWED_NETWORKS =
      Setting.of(
          "ALLOWED_NETWORKS",
          Kind.networks(),
          Fallback.none(
              "this machine where HOST is loopback, else private networks and those it is in"),
          "networks, separated by commas, in which workers are called that registered; those"
              + " elsewhere are listed and get nothing. Beside private networks, names of other"
              + " settings (ADMIN_URL, COORDINATOR_URL, a source) may lead there",
          COORDINATOR,
          WORKER,
          CAMERA);

  public static final Setting<Integer> MAX_WORKERS =
      of("MAX_WORKERS", Kind.integer(1, MOST_WORKERS), Fallback.to(256), "registrations");

  public static final Setting<Duration> WORKER_HEARTBEAT_TIMEOUT =
      of(
          "WORKER_HEARTBEAT_TIMEOUT",
          Kind.seconds(3, 3_600),
          Fallback.to(Duration.ofSeconds(30)),
          "seconds of silence after which a worker is offline; after two thirds of them it gets no"
              + " frames, and those it has go elsewhere. Agents give a sign of life every 10 s");

  public static final Setting<Duration> FRAME_TIMEOUT =
      of(
          "FRAME_TIMEOUT",
          Kind.seconds(1, 3_600),
          Fallback.to(Duration.ofSeconds(30)),
          "seconds that a worker may take over a frame before it goes elsewhere; 45 more for its"
              + " first, for which it may have to load its model");

  public static final Setting<Double> SPOT_CHECK_SHARE =
      of(
          "SPOT_CHECK_SHARE",
          Kind.decimal(0, 1),
          Fallback.to(0.01),
          "share of the frames of each worker that another does as well, to compare what they"
              + " found; 0 for none");

  public static final Setting<Duration> STREAM_TIMEOUT =
      of(
          "STREAM_TIMEOUT",
          Kind.seconds(0.1, 3_600),
          Fallback.to(Duration.ofSeconds(5)),
          "seconds after which the live stream repeats the latest frame");

  public static final Setting<Integer> MAX_VIEWERS =
      of("MAX_VIEWERS", Kind.integer(1, 10_000), Fallback.to(500), "viewers of the live stream");

  public static final Setting<Integer> RESULTS_LISTED =
      of("RESULTS_LISTED", Kind.integer(1, 100_000), Fallback.to(2_000), "newest frames in a list");

  static final List<Setting<?>> ALL =
      List.of(
          SAMPLE_FPS,
          SKIP_STILL,
          TILES,
          LOCAL_WORKER,
          MAX_UPLOAD_BYTES,
          MAX_VIDEO_SECONDS,
          MAX_ACTIVE_JOBS,
          MAX_QUEUED_JOBS,
          JOB_RETENTION_DAYS,
          DATA_MAX_BYTES,
          ALLOWED_NETWORKS,
          MAX_WORKERS,
          WORKER_HEARTBEAT_TIMEOUT,
          FRAME_TIMEOUT,
          SPOT_CHECK_SHARE,
          STREAM_TIMEOUT,
          MAX_VIEWERS,
          RESULTS_LISTED);

  private JobCatalogue() {}

  private static <T> Setting<T> of(
      String name, Kind<T> kind, Fallback<T> fallback, String meaning) {
    return Setting.of(name, kind, fallback, meaning, COORDINATOR);
  }
}
