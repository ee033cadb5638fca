package edgeai.cli.command;

import edgeai.cli.access.OwnTokens;
import edgeai.cli.client.Web;
import edgeai.cli.run.RunFile;
import edgeai.cli.run.RunFolder;
import edgeai.cli.status.Status;
import java.time.Clock;
import java.util.List;

/** Shows what runs. */
@picocli.CommandLine.Command(name = "status")
final class StatusCommand implements Command {
  private final Context context;

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    List<RunFile> running = new RunFolder(context.checkout()).running();
    if (running.isEmpty()) {
      context.console().event("edge", "nothing runs: ./edge up starts the servers");
      return 1;
    }
    Status status =
        Status.of(
            running, new Web(new OwnTokens(context.checkout(), Clock.systemUTC()).ofCommand()));
    status.lines().forEach(context.console()::print);
    return status.isAllReady() ? 0 : 1;
  }

  @Override
  public String unknown(String word) {
    return "takes no";
  }
}
