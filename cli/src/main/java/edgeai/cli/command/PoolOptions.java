package edgeai.cli.command;

import edgeai.cli.place.Environment;
import edgeai.settings.ServerCatalogue;
import picocli.CommandLine.Option;

/** The options that {@code up}, {@code demo} and {@code soak} have in common. */
final class PoolOptions {
  @Option(names = "--workers")
  private String workers = "2";

  @Option(names = "--port")
  private String port;

  @Option(names = "--worker-port")
  private String workerPort = Usual.of(ServerCatalogue.WORKER_PORT);

  @Option(names = "--no-admin")
  private boolean withoutAdmin;

  @Option(names = "--admin-port")
  private String adminPort = Usual.of(ServerCatalogue.ADMIN_PORT);

  @Option(names = "--data")
  private String data;

  /** Without cameras. */
  PoolPorts ports(Environment environment) {
    return ports(environment, 0, 1);
  }

  PoolPorts ports(Environment environment, int cameras, int cameraPort) {
    return new PoolPorts(
        Typed.port(
            "--port",
            port == null ? Usual.of(ServerCatalogue.COORDINATOR_PORT, environment) : port),
        Typed.number("--workers", workers, 0, 64),
        Typed.port("--worker-port", workerPort),
        !withoutAdmin,
        Typed.port("--admin-port", adminPort),
        cameras,
        cameraPort);
  }

  String data() {
    return data;
  }
}
