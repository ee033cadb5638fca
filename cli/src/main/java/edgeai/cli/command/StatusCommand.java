package edgeai.cli.command;

import edgeai.cli.access.OwnTokens;
import edgeai.cli.client.Web;
import edgeai.cli.run.FoundServer;
import edgeai.cli.run.RunFile;
import edgeai.cli.run.RunFolder;
import edgeai.cli.status.Status;
import edgeai.settings.ServerCatalogue;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what runs. */
@picocli.CommandLine.Command(name = "status")
final class StatusCommand implements Command {
  /** Where a pool is that somebody else started, whose processes may not be shown to this user. */
  private static final Set<Integer> USUAL_PORTS =
      Stream.of(
              ServerCatalogue.COORDINATOR_PORT,
              ServerCatalogue.ADMIN_PORT,
              ServerCatalogue.WORKER_PORT,
              ServerCatalogue.CAMERA_PORT)
          .map(Usual::of)
          .map(Integer::valueOf)
          .collect(Collectors.toSet());

  private final Context context;

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    List<RunFile> running = new RunFolder(context.checkout()).running();
    Set<Long> ours = running.stream().map(RunFile::pid).collect(Collectors.toSet());
    Status status =
        Status.of(
            running,
            FoundServer.all(ours),
            USUAL_PORTS,
            new Web(new OwnTokens(context.checkout(), Clock.systemUTC()).ofCommand()));
    if (status.isEmpty()) {
      context.console().event("edge", "nothing runs: ./edge up starts the servers");
      return 1;
    }
    status.lines().forEach(context.console()::print);
    return status.isAllReady() ? 0 : 1;
  }

  @Override
  public String unknown(String word) {
    return "takes no";
  }
}
