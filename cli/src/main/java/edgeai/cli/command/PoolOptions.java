package edgeai.cli.command;

import edgeai.cli.place.Environment;
import edgeai.cli.tls.CommandTrust;
import edgeai.cli.tls.LabAuthority;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that {@code up}, {@code demo} and {@code soak} have in common. */
final class PoolOptions {
  @Mixin private final PortOptions servers = new PortOptions();

  @Option(names = "--data")
  private String data;

  @Option(names = "--tls")
  private boolean tls;

  /** Without cameras. */
  PoolPorts ports(Environment environment) {
    return servers.ports(environment);
  }

  PoolPorts ports(Environment environment, int cameras, int cameraPort) {
    return servers.ports(environment, cameras, cameraPort);
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
