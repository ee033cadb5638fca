package edgeai.settings;

import static edgeai.settings.Program.CAMERA;
import static edgeai.settings.Program.WORKER;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whose pool a worker joins, under which name and address. */
public final class WorkerCatalogue {
  private static final URI USUAL_COORDINATOR = URI.create("http://127.0.0.1:8000");
  private static final String LOOPBACK = "127.0.0.1";

  public static final Setting<URI> COORDINATOR_URL =
      Setting.of(
          "COORDINATOR_URL",
          Kind.address(),
          Fallback.perhaps(
              USUAL_COORDINATOR + "; a camera: none", WorkerCatalogue::usualCoordinator),
          "whose pool it joins",
          WORKER,
          CAMERA);

  public static final Setting<String> WORKER_ID =
      Setting.of(
          "WORKER_ID",
          Kind.text(),
          Fallback.made(
              "host name on port 9001, else <host>-<port>", WorkerCatalogue::nameOfThisMachine),
          "its name there",
          WORKER,
          CAMERA);

  public static final Setting<String> ADVERTISE_ADDRESS =
      Setting.of(
          "ADVERTISE_ADDRESS",
          Kind.text(),
          Fallback.made(
              "HOST, or the address towards the coordinator where HOST is 0.0.0.0",
              WorkerCatalogue::reachedAt),
          "where the coordinator sends frames",
          WORKER,
          CAMERA);

  public static final Setting<Duration> WORKER_HEARTBEAT =
      Setting.of(
          "WORKER_HEARTBEAT",
          Kind.seconds(1, 600),
          Fallback.to(Duration.ofSeconds(10)),
          "seconds between signs of life to the coordinator, whose WORKER_HEARTBEAT_TIMEOUT should"
              + " be twice that at least",
          WORKER,
          CAMERA);

  public static final Setting<Duration> NOOP_DELAY_MS =
      Setting.of(
          "NOOP_DELAY_MS",
          Kind.milliseconds(0, 60_000),
          Fallback.none(),
          "for benchmarks: infers nothing and decodes no pieces of video, answers a frame after so"
              + " many milliseconds with no detections and takes exactly INFER_CALLERS frames at a"
              + " time; a coordinator with a model lists such a worker and gives it no frames",
          WORKER);

  static final List<Setting<?>> ALL =
      List.of(COORDINATOR_URL, WORKER_ID, ADVERTISE_ADDRESS, WORKER_HEARTBEAT, NOOP_DELAY_MS);

  private WorkerCatalogue() {}

  /** The address of this machine from which a worker reaches its coordinator. */
  static String here(SettingReader in) {
    return in.find(COORDINATOR_URL).map(LocalAddress::towards).orElse(LOOPBACK);
  }

  private static Optional<URI> usualCoordinator(SettingReader in) {
    return in.given(CameraCatalogue.CAMERA_SOURCE).isPresent()
        ? Optional.empty()
        : Optional.of(USUAL_COORDINATOR);
  }

  private static String nameOfThisMachine(SettingReader in) {
    int port = in.value(ServerCatalogue.WORKER_PORT);
    boolean usual =
        ServerCatalogue.WORKER_PORT.fallback().value().filter(number -> number == port).isPresent();
    return usual ? LocalAddress.hostName() : LocalAddress.hostName() + "-" + port;
  }

  private static String reachedAt(SettingReader in) {
    String host = in.value(ServerCatalogue.WORKER_HOST);
    return LocalAddress.isWildcard(host) ? here(in) : host;
  }
}
