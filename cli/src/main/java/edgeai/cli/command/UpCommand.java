package edgeai.cli.command;

import edgeai.cli.build.Programs;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Environment;
import edgeai.cli.prometheus.PrometheusRun;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a pool and stays. */
@picocli.CommandLine.Command(name = "up")
final class UpCommand implements Command {
  private final Context context;

  @Mixin private final PoolOptions pool = new PoolOptions();
  @Mixin private final CameraOptions cameras = new CameraOptions();

  @Option(names = "--camera-source")
  private String source;

  @Option(names = "--camera-source-file")
  private String sourceFile;

  @Option(names = "--prometheus")
  private boolean prometheus;

  @Option(names = "--prometheus-port")
  private String prometheusPort = "9090";

  UpCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = pool.secured(context, context.environment());
    PoolPorts ports = cameras.ports(pool, environment, 0);
    CameraSource watched =
        source == null && sourceFile == null
            ? CameraSource.street(context.checkout().clip())
            : CameraSource.typed(
                "--camera-source",
                source == null ? "" : source,
                Optional.ofNullable(sourceFile),
                environment);
    if (ports.cameras() > 0) {
      watched.require();
    }
    Launch launch = new Launch(context, PoolPlans.sharingCores(ports, environment));
    launch.requireModel();
    if (prometheus) {
      launch.with(prometheus(environment));
    }
    DataFolder data =
        DataFolder.of(pool.data(), environment, context.checkout().own().resolve("data"));
    return launch.run(PoolPlans.of(ports, environment, data.path(), watched), data);
  }

  private PrometheusRun prometheus(Environment environment) {
    return new PrometheusRun(
        new Programs(environment)
            .find(PrometheusRun.NAME)
            .orElseThrow(
                () ->
                    new CommandRefusal(
                        "there is no prometheus on the PATH: install it (Debian: apt install"
                            + " prometheus), or leave --prometheus out")),
        Typed.port("--prometheus-port", prometheusPort));
  }
}
