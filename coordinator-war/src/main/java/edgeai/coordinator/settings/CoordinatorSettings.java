package edgeai.coordinator.settings;

import static edgeai.settings.CameraCatalogue.ADMIN_URL;
import static edgeai.settings.CameraCatalogue.COORDINATOR_CAMERA_ID;
import static edgeai.settings.CameraCatalogue.COORDINATOR_CAMERA_NAME;
import static edgeai.settings.InferenceCatalogue.CONFIDENCE_THRESHOLD;
import static edgeai.settings.InferenceCatalogue.INFER_CALLERS;
import static edgeai.settings.InferenceCatalogue.INFER_THREADS;
import static edgeai.settings.InferenceCatalogue.JPEG_QUALITY;
import static edgeai.settings.InferenceCatalogue.MAX_VIDEO_PIXELS;
import static edgeai.settings.InferenceCatalogue.MODEL;
import static edgeai.settings.InferenceCatalogue.PROVIDER;
import static edgeai.settings.JobCatalogue.ALLOWED_NETWORKS;
import static edgeai.settings.JobCatalogue.DATA_MAX_BYTES;
import static edgeai.settings.JobCatalogue.FRAME_TIMEOUT;
import static edgeai.settings.JobCatalogue.JOB_RETENTION_DAYS;
import static edgeai.settings.JobCatalogue.LOCAL_WORKER;
import static edgeai.settings.JobCatalogue.MAX_ACTIVE_JOBS;
import static edgeai.settings.JobCatalogue.MAX_QUEUED_JOBS;
import static edgeai.settings.JobCatalogue.MAX_UPLOAD_BYTES;
import static edgeai.settings.JobCatalogue.MAX_VIDEO_SECONDS;
import static edgeai.settings.JobCatalogue.MAX_VIEWERS;
import static edgeai.settings.JobCatalogue.MAX_WORKERS;
import static edgeai.settings.JobCatalogue.RESULTS_LISTED;
import static edgeai.settings.JobCatalogue.SAMPLE_FPS;
import static edgeai.settings.JobCatalogue.SKIP_STILL;
import static edgeai.settings.JobCatalogue.SPOT_CHECK_SHARE;
import static edgeai.settings.JobCatalogue.STREAM_TIMEOUT;
import static edgeai.settings.JobCatalogue.TILES;
import static edgeai.settings.JobCatalogue.WORKER_HEARTBEAT_TIMEOUT;
import static edgeai.settings.ServerCatalogue.COORDINATOR_PORT;
import static edgeai.settings.ServerCatalogue.DATA_DIR;
import static edgeai.settings.ServerCatalogue.HOST;
import static edgeai.settings.ServerCatalogue.MAX_WEBSOCKET_CLIENTS;
import static edgeai.settings.ServerCatalogue.TLS_CERT;

import edgeai.common.alert.AlertLimits;
import edgeai.common.store.DatabaseSettings;
import edgeai.settings.Network;
import edgeai.settings.SettingReader;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything an operator may set on a coordinator.
 *
 * @param host the address it listens on ({@code HOST})
 * @param port the port it listens on ({@code PORT})
 * @param secure whether it speaks TLS ({@code TLS_CERT})
 * @param dataDir database, uploads and caches ({@code DATA_DIR})
 * @param resultsListed how many of the newest frames a list holds ({@code RESULTS_LISTED})
 */
public record CoordinatorSettings(
    String host,
    int port,
    boolean secure,
    Path dataDir,
    int resultsListed,
    Inference inference,
    Videos videos,
    Pool pool,
    Stream stream,
    AlertLimits alerts,
    Admin admin,
    DatabaseSettings database) {
  /**
   * @param model the ONNX file ({@code MODEL}), empty for the bundled one
   * @param provider {@code auto}, {@code cpu} or {@code cuda[:n]} ({@code PROVIDER})
   * @param localWorker whether the coordinator infers too ({@code LOCAL_WORKER})
   * @param confidence detections below are dropped, 0 to 1; empty for the model's own ({@code
   *     CONFIDENCE_THRESHOLD})
   * @param callers inferences at the same time ({@code INFER_CALLERS})
   * @param threads threads of one inference ({@code INFER_THREADS})
   */
  public record Inference(
      Optional<Path> model,
      String provider,
      boolean localWorker,
      Optional<Double> confidence,
      int callers,
      int threads) {}

  /**
   * @param sampleFps frames taken per second of video, 0 for all ({@code SAMPLE_FPS})
   * @param skipStill which frames are not inferred ({@code SKIP_STILL})
   * @param tiles into which frames are cut ({@code TILES})
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
      SkipStill skipStill,
      Tiles tiles,
      long maxUploadBytes,
      long maxPixels,
      double maxSeconds,
      int jpegQuality,
      int maxActiveJobs,
      int maxQueuedJobs,
      Duration retention,
      long maxDataBytes) {}

  /**
   * @param allowedNetworks in which workers are called, empty for the usual ones ({@code
   *     ALLOWED_NETWORKS})
   * @param maxWorkers registrations at the same time ({@code MAX_WORKERS})
   * @param offlineAfter so much silence of a worker ({@code WORKER_HEARTBEAT_TIMEOUT})
   * @param frameTimeout what a worker may take over a frame ({@code FRAME_TIMEOUT})
   * @param spotCheckShare of the frames that a second worker does as well ({@code
   *     SPOT_CHECK_SHARE})
   */
  public record Pool(
      Optional<List<Network>> allowedNetworks,
      int maxWorkers,
      Duration offlineAfter,
      Duration frameTimeout,
      double spotCheckShare) {
    /** Silence after which a worker gets no frames: two heartbeats of three are missing. */
    public Duration noFramesAfter() {
      return offlineAfter.multipliedBy(2).dividedBy(3);
    }
  }

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
   * @throws edgeai.settings.InvalidSettingException where a value does not parse
   */
  public static CoordinatorSettings read(SettingReader in) {
    return new CoordinatorSettings(
        in.value(HOST),
        in.value(COORDINATOR_PORT),
        in.given(TLS_CERT).isPresent(),
        in.value(DATA_DIR),
        in.value(RESULTS_LISTED),
        new Inference(
            in.find(MODEL),
            in.value(PROVIDER),
            in.value(LOCAL_WORKER),
            in.find(CONFIDENCE_THRESHOLD),
            in.value(INFER_CALLERS),
            in.value(INFER_THREADS)),
        new Videos(
            in.value(SAMPLE_FPS),
            in.value(SKIP_STILL),
            in.value(TILES),
            in.value(MAX_UPLOAD_BYTES),
            in.value(MAX_VIDEO_PIXELS),
            in.value(MAX_VIDEO_SECONDS),
            in.value(JPEG_QUALITY),
            in.value(MAX_ACTIVE_JOBS),
            in.value(MAX_QUEUED_JOBS),
            in.value(JOB_RETENTION_DAYS),
            in.value(DATA_MAX_BYTES)),
        new Pool(
            in.find(ALLOWED_NETWORKS),
            in.value(MAX_WORKERS),
            in.value(WORKER_HEARTBEAT_TIMEOUT),
            in.value(FRAME_TIMEOUT),
            in.value(SPOT_CHECK_SHARE)),
        new Stream(
            in.value(STREAM_TIMEOUT), in.value(MAX_VIEWERS), in.value(MAX_WEBSOCKET_CLIENTS)),
        AlertLimits.read(in),
        new Admin(
            in.find(ADMIN_URL), in.value(COORDINATOR_CAMERA_ID), in.value(COORDINATOR_CAMERA_NAME)),
        DatabaseSettings.read(in));
  }
}
