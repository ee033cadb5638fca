package edgeai.cli.command;

import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.settings.ServerCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The servers that a machine is likely to be meant for, as its settings and its archive tell. */
final class ExpectedServers {
  /** What names a server that one of this machine would join. */
  static final List<String> JOINED = List.of("COORDINATOR_URL", "ADMIN_URL");

  private static final String EVERYWHERE = "0.0.0.0";

  private ExpectedServers() {}

  /**
   * Those of a pool, or one worker where it would join another machine's.
   *
   * @param data the folder for data
   * @param chosen whether that was chosen by an option
   */
  static List<ServerPlan> of(Context context, PortOptions ports, Path data, boolean chosen) {
    Environment environment = context.environment();
    if (!isNode(context)) {
      CameraSource nothing = CameraSource.street(context.checkout().clip());
      return PoolPlans.of(ports.ports(environment), environment, data, nothing);
    }
    int port =
        environment
            .get(ServerCatalogue.WORKER_PORT.name())
            .map(typed -> Typed.port("PORT", typed))
            .orElseGet(ports::worker);
    String name = "worker-" + port;
    boolean own = chosen || environment.get(ServerCatalogue.DATA_DIR.name()).isPresent();
    return List.of(
        new ServerPlan(
            name,
            "worker-war",
            environment.get(ServerCatalogue.WORKER_HOST.name()).orElse(EVERYWHERE),
            port,
            "--port",
            own ? data : data.resolve(name),
            Map.of()));
  }

  private static boolean isNode(Context context) {
    Checkout checkout = context.checkout();
    boolean joins = JOINED.stream().anyMatch(name -> context.environment().get(name).isPresent());
    return joins
        || !checkout.hasSources() && !Files.exists(checkout.installation().war("coordinator-war"));
  }
}
