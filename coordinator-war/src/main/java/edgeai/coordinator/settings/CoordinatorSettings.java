package edgeai.coordinator.settings;

import edgeai.common.alert.AlertLimits;
import edgeai.common.settings.SettingReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything an operator may set on a coordinator.
 *
 * @param host the address it listens on ({@code HOST})
 * @param port the port it listens on ({@code PORT})
 * @param dataDir database, uploads and caches ({@code DATA_DIR})
 * @param resultsListed how many of the newest frames a list holds ({@code RESULTS_LISTED})
 */
public record CoordinatorSettings(
    String host,
    int port,
    Path dataDir,
    int resultsListed,
    Inference inference,
    Videos videos,
    Pool pool,
    Stream stream,
    AlertLimits alerts,
    Admin admin) {
  /** The most that {@code MAX_ACTIVE_JOBS} can be set to. */
  public static final int MAX_ACTIVE_JOBS = 64;

  /** The most that {@code MAX_WORKERS} can be set to. */
  public static final int MOST_WORKERS = 10_000;

  /**
   * @param model the ONNX file ({@code MODEL}), empty for the bundled one
   * @param provider {@code auto}, {@code cpu} or {@code cuda[:n]} ({@code PROVIDER})
   * @param localWorker whether the coordinator infers too ({@code LOCAL_WORKER})
   * @param confidence detections below are dropped, 0 to 1 ({@code CONFIDENCE_THRESHOLD})
   * @param callers inferences at the same time ({@code INFER_CALLERS})
   * @param threads threads of one inference ({@code INFER_THREADS})
   */
  public record Inference(
      Optional<Path> model,
      String provider,
      boolean localWorker,
      double confidence,
      int callers,
      int threads) {}

  /**
   * @param sampleFps frames taken per second of video, 0 for all ({@code SAMPLE_FPS})
   * @param maxUploadBytes a larger upload is a 413 ({@code MAX_UPLOAD_BYTES})
   * @param maxPixels width times height ({@code MAX_VIDEO_PIXELS})
   * @param maxSeconds play time ({@code MAX_VIDEO_SECONDS})
   * @param jpegQuality of the frames sent to workers and viewers ({@code JPEG_QUALITY})
   * @param maxActiveJobs jobs worked on at the same time ({@code MAX_ACTIVE_JOBS})
   * @param maxQueuedJobs jobs waiting; more uploads are a 503 ({@code MAX_QUEUED_JOBS})
   * @param retention how long an ended job is kept ({@code JOB_RETENTION_DAYS})
   * @param maxDataBytes what uploads may take on disk together ({@code DATA_MAX_BYTES})
   */
  public record Videos(
      double sampleFps,
      long maxUploadBytes,
      long maxPixels,
      double maxSeconds,
      int jpegQuality,
      int maxActiveJobs,
      int maxQueuedJobs,
      Duration retention,
      long maxDataBytes) {}

  /**
   * @param maxWorkers registrations at the same time ({@code MAX_WORKERS})
   */
  public record Pool(int maxWorkers) {}

  /**
   * @param repeatAfter the latest frame is sent again after this long ({@code STREAM_TIMEOUT})
   * @param maxViewers more get a 503 ({@code MAX_VIEWERS})
   * @param maxClients of the WebSocket at the same time ({@code MAX_WEBSOCKET_CLIENTS})
   */
  public record Stream(Duration repeatAfter, int maxViewers, int maxClients) {}

  /**
   * @param address of the admin server, empty for none ({@code ADMIN_URL})
   * @param cameraId what the coordinator calls itself there ({@code CAMERA_ID})
   * @param cameraName shown for it there ({@code CAMERA_NAME})
   */
  public record Admin(Optional<URI> address, String cameraId, String cameraName) {}

  /**
   * @throws edgeai.common.settings.InvalidSettingException where a value does not parse
   */
  public static CoordinatorSettings read(SettingReader in) {
    int cores = Runtime.getRuntime().availableProcessors();
    int callers = in.integer("INFER_CALLERS", cores, 1, 256);
    return new CoordinatorSettings(
        in.text("HOST", "127.0.0.1"),
        in.integer("PORT", 8000, 1, 65535),
        in.path("DATA_DIR").orElseGet(() -> Path.of("data").toAbsolutePath()),
        in.integer("RESULTS_LISTED", 2_000, 1, 100_000),
        new Inference(
            in.path("MODEL"),
            in.provider(),
            in.flag("LOCAL_WORKER", true),
            in.decimal("CONFIDENCE_THRESHOLD", 0.4, 0, 1),
            callers,
            in.integer("INFER_THREADS", Math.max(1, cores / callers), 1, 256)),
        new Videos(
            in.decimal("SAMPLE_FPS", 5, 0, 1_000),
            in.whole("MAX_UPLOAD_BYTES", 4L << 30, 1, Long.MAX_VALUE),
            in.whole("MAX_VIDEO_PIXELS", 7680L * 4320, 1, Integer.MAX_VALUE),
            in.decimal("MAX_VIDEO_SECONDS", 4 * 3600, 0.001, 1e7),
            in.integer("JPEG_QUALITY", 85, 1, 100),
            in.integer("MAX_ACTIVE_JOBS", 2, 1, MAX_ACTIVE_JOBS),
            in.integer("MAX_QUEUED_JOBS", 100, 0, 100_000),
            Duration.ofDays(in.integer("JOB_RETENTION_DAYS", 30, 1, 36_500)),
            in.whole("DATA_MAX_BYTES", 50L << 30, 1, Long.MAX_VALUE)),
        new Pool(in.integer("MAX_WORKERS", 256, 1, MOST_WORKERS)),
        new Stream(
            seconds(in.decimal("STREAM_TIMEOUT", 5, 0.1, 3_600)),
            in.integer("MAX_VIEWERS", 500, 1, 10_000),
            in.integer("MAX_WEBSOCKET_CLIENTS", 500, 1, 10_000)),
        AlertLimits.read(in),
        new Admin(
            in.address("ADMIN_URL"),
            in.text("CAMERA_ID", "cam1"),
            in.text("CAMERA_NAME", "Coordinator")));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
