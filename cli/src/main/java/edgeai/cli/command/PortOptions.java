package edgeai.cli.command;

import edgeai.cli.place.Environment;
import edgeai.settings.ServerCatalogue;
import picocli.CommandLine.Option;

/** How many servers a pool has, and where they listen. */
final class PortOptions {
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

  /** The first worker's. */
  int worker() {
    return Typed.port("--worker-port", workerPort);
  }

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
        worker(),
        !withoutAdmin,
        Typed.port("--admin-port", adminPort),
        cameras,
        cameraPort);
  }
}
