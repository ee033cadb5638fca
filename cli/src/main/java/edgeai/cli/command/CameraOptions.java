package edgeai.cli.command;

import edgeai.cli.place.Environment;
import edgeai.settings.ServerCatalogue;
import picocli.CommandLine.Option;

/** The options of a pool that has cameras. */
final class CameraOptions {
  @Option(names = "--cameras")
  private String cameras;

  @Option(names = "--camera-port")
  private String cameraPort = Usual.of(ServerCatalogue.CAMERA_PORT);

  /**
   * @param usual how many cameras there are where nothing is said
   */
  PoolPorts ports(PoolOptions pool, Environment environment, int usual) {
    return pool.ports(
        environment,
        cameras == null ? usual : Typed.number("--cameras", cameras, 0, 64),
        Typed.port("--camera-port", cameraPort));
  }
}
