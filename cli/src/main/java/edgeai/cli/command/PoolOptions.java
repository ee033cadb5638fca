package edgeai.cli.command;

import edgeai.cli.place.Environment;
import edgeai.cli.tls.CommandTrust;
import edgeai.cli.tls.LabAuthority;
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

  @Option(names = "--tls")
  private boolean tls;

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

  /** With certificates of the lab's own authority, where that is asked for. */
  Environment secured(Context context, Environment environment) throws InterruptedException {
    if (!tls) {
      return environment;
    }
    LabAuthority lab = LabAuthority.of(context.checkout());
    Environment secured = lab.secure(environment);
    CommandTrust.begin(secured, lab);
    context.console().event("edge", "certificate of this lab: " + lab.certificate());
    context.console().event("edge", "its SHA-256 is " + lab.fingerprint());
    return secured;
  }

  String data() {
    return data;
  }
}
