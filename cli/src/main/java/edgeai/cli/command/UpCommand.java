package edgeai.cli.command;

import edgeai.cli.place.Environment;
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
    DataFolder data =
        DataFolder.of(pool.data(), environment, context.checkout().own().resolve("data"));
    return launch.run(PoolPlans.of(ports, environment, data.path(), watched), data);
  }
}
