package edgeai.cli.command;

import edgeai.cli.place.Environment;
import edgeai.cli.run.ServerPlan;
import edgeai.settings.ServerCatalogue;
import java.util.Map;
import picocli.CommandLine.Option;

/** Starts an admin server alone. */
@picocli.CommandLine.Command(name = "admin")
final class AdminCommand implements Command {
  private final Context context;

  @Option(names = "--port")
  private String port;

  @Option(names = "--data")
  private String data;

  @Option(names = "--line")
  private boolean line;

  AdminCommand(Context context) {
    this.context = context;
    this.port = Usual.of(ServerCatalogue.ADMIN_PORT, context.environment());
  }

  @Override
  public int run() throws InterruptedException {
    Environment environment = context.environment();
    int number = Typed.port("--port", port);
    DataFolder folder =
        DataFolder.of(data, environment, context.checkout().own().resolve("data/admin"));
    ServerPlan plan =
        new ServerPlan(
            "admin",
            "admin-war",
            Usual.of(ServerCatalogue.HOST, environment),
            number,
            "--port",
            folder.path(),
            Map.of());
    return new Launch(context, environment).run(plan, folder, line);
  }

  @Override
  public String unknown(String word) {
    return "has no option";
  }
}
