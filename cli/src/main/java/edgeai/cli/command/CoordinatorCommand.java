package edgeai.cli.command;

import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.settings.ServerCatalogue;
import java.util.Map;
import picocli.CommandLine.Option;

/** Starts a coordinator alone. */
@picocli.CommandLine.Command(name = "coordinator")
final class CoordinatorCommand implements Command {
  private final Context context;

  @Option(names = "--port")
  private String port;

  @Option(names = "--data")
  private String data;

  @Option(names = "--line")
  private boolean line;

  CoordinatorCommand(Context context) {
    this.context = context;
    this.port = Usual.of(ServerCatalogue.COORDINATOR_PORT, context.environment());
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = context.environment();
    int number = Typed.port("--port", port);
    Launch launch = new Launch(context, environment);
    DataFolder folder =
        DataFolder.of(data, environment, context.checkout().own().resolve("data/coordinator"));
    launch.requireModel();
    ServerPlan plan =
        new ServerPlan(
            "coordinator",
            "coordinator-war",
            Usual.of(ServerCatalogue.HOST, environment),
            number,
            "--port",
            folder.path(),
            Map.of());
    return launch.run(plan, folder, line);
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
