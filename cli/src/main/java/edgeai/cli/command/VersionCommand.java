package edgeai.cli.command;

import edgeai.cli.Edge;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.version.VersionReport;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Shows the versions of this project and of what its servers stand on. */
@picocli.CommandLine.Command(name = "version")
final class VersionCommand implements Command {
  private final Context context;

  @Option(names = "--json")
  private boolean json;

  VersionCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    String version =
        Optional.ofNullable(Edge.class.getPackage().getImplementationVersion()).orElse("unknown");
    try {
      VersionReport.of(context.checkout(), version, context.environment().get("MODEL"))
          .lines(json)
          .forEach(context.console()::print);
    } catch (IOException e) {
      throw new CommandRefusal("what is installed here cannot be read: " + e, e);
    }
    return 0;
  }
}
