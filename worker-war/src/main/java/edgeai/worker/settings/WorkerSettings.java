package edgeai.worker.settings;

import static edgeai.settings.InferenceCatalogue.CONFIDENCE_THRESHOLD;
import static edgeai.settings.InferenceCatalogue.INFER_CALLERS;
import static edgeai.settings.InferenceCatalogue.INFER_THREADS;
import static edgeai.settings.InferenceCatalogue.MAX_VIDEO_PIXELS;
import static edgeai.settings.InferenceCatalogue.PROVIDER;
import static edgeai.settings.InferenceCatalogue.WORKER_MODEL;
import static edgeai.settings.ServerCatalogue.DATA_DIR;
import static edgeai.settings.ServerCatalogue.TLS_CERT;
import static edgeai.settings.ServerCatalogue.WORKER_HOST;
import static edgeai.settings.ServerCatalogue.WORKER_PORT;
import static edgeai.settings.WorkerCatalogue.ADVERTISE_ADDRESS;
import static edgeai.settings.WorkerCatalogue.COORDINATOR_URL;
import static edgeai.settings.WorkerCatalogue.NOOP_DELAY_MS;
import static edgeai.settings.WorkerCatalogue.WORKER_HEARTBEAT;
import static edgeai.settings.WorkerCatalogue.WORKER_ID;

import edgeai.common.alert.AlertLimits;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.LocalAddress;
import edgeai.settings.SettingReader;
import edgeai.settings.tls.Pem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything an operator may set on a worker.
 *
 * @param host the address it listens on, by default the one towards the coordinator ({@code HOST})
 * @param port the port it listens on ({@code PORT})
 * @param fingerprint SHA-256 of its certificate, empty where it speaks no TLS ({@code TLS_CERT})
 * @param advertised the address it tells the coordinator ({@code ADVERTISE_ADDRESS})
 * @param hostName what this machine is called
 * @param workerId by default the host name on port 9001, else {@code <host>-<port>} ({@code
 *     WORKER_ID})
 * @param coordinator whose pool it joins; empty for a camera that serves none ({@code
 *     COORDINATOR_URL})
 * @param model the ONNX file; where it is empty the coordinator's is fetched, or without one the
 *     bundled one is taken ({@code MODEL})
 * @param provider {@code auto}, {@code cpu} or {@code cuda[:n]} ({@code PROVIDER})
 * @param confidence detections below are dropped, 0 to 1; empty for the model's own ({@code
 *     CONFIDENCE_THRESHOLD})
 * @param maxPixels a larger frame is refused ({@code MAX_VIDEO_PIXELS})
 * @param callers inferences at the same time ({@code INFER_CALLERS})
 * @param threads threads of one inference ({@code INFER_THREADS})
 * @param heartbeat between signs of life to the coordinator ({@code WORKER_HEARTBEAT})
 * @param noOpDelay 0 to 60 s: the worker infers nothing and answers after so long; empty for a
 *     worker that infers ({@code NOOP_DELAY_MS})
 * @param alerts when it tells of what it found, as the coordinator's of the same names
 * @param dataDir models, caches and events not delivered yet ({@code DATA_DIR})
 * @param camera what it watches, empty where it is no camera
 */
public record WorkerSettings(
    String host,
    int port,
    Optional<String> fingerprint,
    String advertised,
    String hostName,
    String workerId,
    Optional<URI> coordinator,
    Optional<Path> model,
    String provider,
    Optional<Double> confidence,
    long maxPixels,
    int callers,
    int threads,
    Duration heartbeat,
    Optional<Duration> noOpDelay,
    AlertLimits alerts,
    Path dataDir,
    Optional<CameraSettings> camera) {

  /**
   * @throws InvalidSettingException where a value does not parse
   */
  public static WorkerSettings read(SettingReader in) {
    Optional<CameraSettings> camera = CameraSettings.read(in);
    return new WorkerSettings(
        in.value(WORKER_HOST),
        in.value(WORKER_PORT),
        in.given(TLS_CERT).map(file -> Pem.fingerprint(TLS_CERT.name(), file)),
        in.value(ADVERTISE_ADDRESS),
        LocalAddress.hostName(),
        in.value(WORKER_ID),
        in.find(COORDINATOR_URL),
        in.find(WORKER_MODEL),
        in.value(PROVIDER),
        in.find(CONFIDENCE_THRESHOLD),
        in.value(MAX_VIDEO_PIXELS),
        in.value(INFER_CALLERS),
        in.value(INFER_THREADS),
        in.value(WORKER_HEARTBEAT),
        noOpDelay(in, camera.isPresent()),
        AlertLimits.read(in),
        in.value(DATA_DIR),
        camera);
  }

  private static Optional<Duration> noOpDelay(SettingReader in, boolean camera) {
    Optional<Duration> delay = in.given(NOOP_DELAY_MS);
    if (delay.isPresent() && camera) {
      throw new InvalidSettingException(
          NOOP_DELAY_MS.name(),
          String.valueOf(delay.get().toMillis()),
          "nothing, as CAMERA_SOURCE is set");
    }
    return delay;
  }

  /** Whether it speaks TLS. */
  public boolean secure() {
    return fingerprint.isPresent();
  }

  /** Frames it takes at the same time: one is ready when an inference ends. */
  public int maxInFlight() {
    return noOpDelay.isPresent() ? callers : callers + 1;
  }
}
