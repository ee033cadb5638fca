package edgeai.worker.settings;

import edgeai.common.alert.AlertLimits;
import edgeai.common.settings.InvalidSettingException;
import edgeai.common.settings.SettingReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything an operator may set on a worker.
 *
 * @param host the address it listens on, by default the one towards the coordinator ({@code HOST})
 * @param port the port it listens on ({@code PORT})
 * @param advertised the address it tells the coordinator ({@code ADVERTISE_ADDRESS})
 * @param hostName what this machine is called
 * @param workerId by default the host name on port 9001, else {@code <host>-<port>} ({@code
 *     WORKER_ID})
 * @param coordinator whose pool it joins; empty for a camera that serves none ({@code
 *     COORDINATOR_URL})
 * @param model the ONNX file; where it is empty the coordinator's is fetched, or without one the
 *     bundled one is taken ({@code MODEL})
 * @param provider {@code auto}, {@code cpu} or {@code cuda[:n]} ({@code PROVIDER})
 * @param confidence detections below are dropped, 0 to 1 ({@code CONFIDENCE_THRESHOLD})
 * @param maxPixels a larger frame is refused ({@code MAX_VIDEO_PIXELS})
 * @param callers inferences at the same time ({@code INFER_CALLERS})
 * @param threads threads of one inference ({@code INFER_THREADS})
 * @param noOpDelay 0 to 60 s: the worker infers nothing and answers after so long; empty for a
 *     worker that infers ({@code NOOP_DELAY_MS})
 * @param alerts when it tells of what it found, as the coordinator's of the same names
 * @param dataDir models, caches and events not delivered yet ({@code DATA_DIR})
 * @param camera what it watches, empty where it is no camera
 */
public record WorkerSettings(
    String host,
    int port,
    String advertised,
    String hostName,
    String workerId,
    Optional<URI> coordinator,
    Optional<Path> model,
    String provider,
    double confidence,
    long maxPixels,
    int callers,
    int threads,
    Optional<Duration> noOpDelay,
    AlertLimits alerts,
    Path dataDir,
    Optional<CameraSettings> camera) {

  private static final int USUAL_PORT = 9001;
  private static final String NO_OP = "NOOP_DELAY_MS";
  private static final int LONGEST_NO_OP_MS = 60_000;
  private static final String LOOPBACK = "127.0.0.1";
  private static final URI USUAL_COORDINATOR = URI.create("http://127.0.0.1:8000");

  /**
   * @throws edgeai.common.settings.InvalidSettingException where a value does not parse
   */
  public static WorkerSettings read(SettingReader in) {
    int cores = Runtime.getRuntime().availableProcessors();
    int callers = in.integer("INFER_CALLERS", cores, 1, 256);
    int port = in.integer("PORT", USUAL_PORT, 1, 65535);
    String name = LocalAddress.hostName();
    String id = in.text("WORKER_ID", port == USUAL_PORT ? name : name + "-" + port);
    Optional<CameraSettings> camera = CameraSettings.read(in, id);
    Optional<URI> coordinator =
        in.address("COORDINATOR_URL")
            .or(() -> camera.isPresent() ? Optional.empty() : Optional.of(USUAL_COORDINATOR));
    String here = coordinator.map(LocalAddress::towards).orElse(LOOPBACK);
    String host = in.text("HOST", here);
    return new WorkerSettings(
        host,
        port,
        in.text("ADVERTISE_ADDRESS", LocalAddress.isWildcard(host) ? here : host),
        name,
        id,
        coordinator,
        in.path("MODEL"),
        in.provider(),
        in.decimal("CONFIDENCE_THRESHOLD", 0.4, 0, 1),
        in.whole("MAX_VIDEO_PIXELS", 7680L * 4320, 1, Integer.MAX_VALUE),
        callers,
        in.integer("INFER_THREADS", Math.max(1, cores / callers), 1, 256),
        noOpDelay(in, camera.isPresent()),
        AlertLimits.read(in),
        in.path("DATA_DIR").orElseGet(() -> Path.of("data").toAbsolutePath()),
        camera);
  }

  private static Optional<Duration> noOpDelay(SettingReader in, boolean camera) {
    Optional<String> set = in.text(NO_OP);
    if (set.isPresent() && camera) {
      throw new InvalidSettingException(NO_OP, set.get(), "nothing, as CAMERA_SOURCE is set");
    }
    return set.map(ms -> Duration.ofMillis(in.integer(NO_OP, 0, 0, LONGEST_NO_OP_MS)));
  }

  /** Frames it takes at the same time: one is ready when an inference ends. */
  public int maxInFlight() {
    return noOpDelay.isPresent() ? callers : callers + 1;
  }
}
