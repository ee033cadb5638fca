package edgeai.cli.follow;

import edgeai.cli.client.Web;
import edgeai.cli.console.Console;
import edgeai.cli.run.Children;
import edgeai.cli.run.RunFile;
import java.util.List;
import java.util.stream.Collectors;

/** Follows the servers that a command started, until none is left. */
public final class Following {
  private static final long PAUSE_MS = 250;

  private final Console console;
  private final Web web;
  private final List<ServerWatch> watches;

  /**
   * @param children tells how a server ended
   * @param web the way to the servers
   */
  public Following(Console console, List<RunFile> servers, Children children, Web web) {
    this.web = web;
    this.console = console;
    SharedProgress progress = new SharedProgress();
    this.watches =
        servers.stream()
            .map(server -> new ServerWatch(server, web, console, children, progress))
            .toList();
  }

  /** What is done with servers that are ready. */
  @FunctionalInterface
  public interface Work {
    /** Gives what the command ends with. */
    int run(Web web, List<ServerWatch> watches) throws InterruptedException;
  }

  /** Begins to watch and returns when all servers are ready; false where one will never be. */
  public boolean untilReady() throws InterruptedException {
    watches.forEach(Following::inBackground);
    while (watches.stream().anyMatch(ServerWatch::isStarting)) {
      if (watches.stream().anyMatch(ServerWatch::isOver)) {
        return false;
      }
      Thread.sleep(PAUSE_MS);
    }
    if (watches.stream().anyMatch(ServerWatch::isOver)) {
      return false;
    }
    console.event("edge", addresses());
    return true;
  }

  /** Does something with servers that are ready. */
  public int work(Work work) throws InterruptedException {
    return work.run(web, watches);
  }

  /** Returns when no server is left: 0 where that was asked for elsewhere, else 1. */
  public int untilOver() throws InterruptedException {
    watches.stream()
        .filter(watch -> !watch.isOver())
        .flatMap(watch -> watch.server().dashboard().stream())
        .forEach(dashboard -> console.event("edge", dashboard));
    console.event("edge", "stays up; Ctrl-C ends it");
    while (watches.stream().anyMatch(watch -> !watch.isOver())) {
      Thread.sleep(PAUSE_MS);
    }
    return watches.stream().anyMatch(ServerWatch::isLeft) ? 0 : 1;
  }

  private static void inBackground(ServerWatch watch) {
    Thread.ofPlatform().daemon().name(watch.server().name()).start(watch);
  }

  private String addresses() {
    return watches.stream()
        .map(watch -> watch.server().name() + " " + watch.server().address())
        .collect(Collectors.joining(", "));
  }
}
