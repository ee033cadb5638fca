package edgeai.cli.command;

import edgeai.cli.run.RunFile;
import edgeai.cli.run.RunFolder;
import edgeai.cli.run.ServerStopper;
import java.util.List;

/** Ends whatever of this checkout still runs. */
@picocli.CommandLine.Command(name = "down")
final class DownCommand implements Command {
  private final Context context;

  DownCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    RunFolder servers = new RunFolder(context.checkout());
    List<String> running = servers.running().stream().map(RunFile::name).toList();
    if (running.isEmpty()) {
      context.console().event("edge", "nothing was running");
    }
    new ServerStopper(servers).stop(running);
    running.forEach(name -> context.console().event(name, "ended"));
    // of servers that were to start again
    servers.forgetAll();
    return 0;
  }

  @Override
  public String unknown(String word) {
    return "takes no";
  }
}
