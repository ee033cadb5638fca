package edgeai.cli.command;

import edgeai.cli.console.Misuse;
import edgeai.cli.machine.ReturnAddress;
import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.cli.tls.CommandTrust;
import edgeai.cli.tls.LabAuthority;
import edgeai.settings.LocalAddress;
import edgeai.settings.ServerCatalogue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a worker alone, which joins a coordinator that may be on another machine. */
@picocli.CommandLine.Command(name = "worker")
final class WorkerCommand implements Command {
  private static final String SOURCE = "CAMERA_SOURCE";
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

  private final Context context;

  @Option(names = "--coordinator")
  private String coordinator;

  @Option(names = "--port")
  private String port;

  @Option(names = "--id")
  private String id;

  @Option(names = "--address")
  private String address;

  @Mixin private final NodeOptions node = new NodeOptions();

  @Option(names = "--data")
  private String data;

  @Option(names = "--line")
  private boolean line;

  WorkerCommand(Context context) {
    Environment environment = context.environment();
    this.context = context;
    this.coordinator = environment.get("COORDINATOR_URL").orElse(null);
    this.port = Usual.of(ServerCatalogue.WORKER_PORT, environment);
    this.id = environment.get("WORKER_ID").orElse(null);
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = context.environment();
    Optional<String> wished = value("--address", address);
    String name = value("--id", id).orElse("");
    value("--data", data);
    int number = Typed.port("--port", Typed.value("--port", port));
    String pool =
        value("--coordinator", coordinator)
            .orElseThrow(
                () ->
                    new Misuse(
                        "worker needs its coordinator: --coordinator http://192.168.1.20:8000"));
    String here = ReturnAddress.towards(pool);
    String host = wished.or(() -> environment.get("HOST")).orElse(here);
    String advertised =
        wished
            .or(() -> environment.get("ADVERTISE_ADDRESS"))
            .orElse(EVERYWHERE.contains(host) ? here : host);
    String server = "worker-" + number;
    DataFolder folder =
        DataFolder.of(data, environment, context.checkout().own().resolve("data").resolve(server));
    Map<String, String> settings =
        Map.of("COORDINATOR_URL", pool, "WORKER_ID", name, "ADVERTISE_ADDRESS", advertised);
    ServerPlan plan =
        new ServerPlan(server, "worker-war", host, number, "--port", folder.path(), settings);
    Environment sending =
        node.in(
            context,
            withSourceInFull(environment),
            folder,
            pool,
            name.isEmpty() ? LocalAddress.hostName() : name);
    return new Launch(context, secured(sending, pool)).run(plan, folder, line);
  }

  /** A coordinator that speaks TLS sends its frames by it, too. */
  private Environment secured(Environment environment, String pool) throws InterruptedException {
    boolean own = environment.get(ServerCatalogue.TLS_CERT.name()).isPresent();
    if (own || !pool.startsWith("https:")) {
      return environment;
    }
    LabAuthority lab = LabAuthority.of(context.checkout());
    Environment secured = lab.secure(environment);
    CommandTrust.begin(secured, lab);
    return secured;
  }

  /** A worker with a camera is a camera node, too; it runs in a folder that is not the user's. */
  static Environment withSourceInFull(Environment environment) {
    return environment
        .get(SOURCE)
        .map(typed -> environment.with(SOURCE, CameraSource.of(typed, environment).value()))
        .orElse(environment);
  }

  private static Optional<String> value(String option, String typed) {
    return Optional.ofNullable(typed).map(word -> Typed.value(option, word));
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
