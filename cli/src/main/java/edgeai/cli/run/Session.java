package edgeai.cli.run;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What one command has started, and its end: once, in order, whatever brings it about. A signal
 * that comes amid a start waits until the server is written down; from then on no other thread gets
 * any further.
 */
public final class Session {
  private final Console console;
  private final Children children = new Children();
  private final ServerStarter starter;
  private final ServerStopper stopper;
  private final Guard guard;
  private final IntConsumer exit;
  private final List<RunFile> started = new ArrayList<>();
  private final List<Runnable> lastWords = new ArrayList<>();
  private final List<Process> companions = new ArrayList<>();
  private Process child;

  /**
   * @param exit ends this process, and does not return
   */
  public Session(Console console, Checkout checkout, IntConsumer exit) {
    RunFolder servers = new RunFolder(checkout);
    this.console = console;
    this.starter = new ServerStarter(console, checkout, servers, children);
    this.stopper = new ServerStopper(servers);
    this.guard = new Guard(checkout);
    this.exit = exit;
  }

  /** Starts servers, all at the same time. */
  public synchronized List<RunFile> start(List<ServerPlan> plans, Environment environment) {
    guard.begin(plans.stream().map(ServerPlan::name).toList());
    for (ServerPlan plan : plans) {
      started.add(starter.start(plan, environment));
    }
    return List.copyOf(started);
  }

  /** The servers that this process started, ended ones included. */
  public Children children() {
    return children;
  }

  /** Another program that works for this command and ends with it. */
  public synchronized void begin(Process process) {
    child = process;
  }

  /** Waits for that program; a command that is ended meanwhile gets no further. */
  public int await(Process process) throws InterruptedException {
    int status = process.waitFor();
    synchronized (this) {
      child = null;
    }
    return status;
  }

  /** Another program that is to run as long as the servers. */
  public synchronized void accompany(Process process) {
    companions.add(process);
  }

  /** Something to be done at the end, while the servers are as they were. */
  public synchronized void atEnd(Runnable words) {
    lastWords.add(words);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  /** Ends what was started, and this process. */
  public synchronized void finish(int status) {
    console.onlyThisThread();
    int last = status;
    try {
      if (child != null) {
        end(child);
      }
      companions.forEach(Session::end);
      lastWords.forEach(Runnable::run);
      if (!started.isEmpty()) {
        stopper.stopOf(ProcessHandle.current().pid(), started.stream().map(RunFile::name).toList());
        console.event("edge", "all ended");
      }
      guard.dismiss();
    } catch (CommandRefusal e) {
      console.refuse(e.getMessage());
      last = e.status();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      last = 1;
    }
    exit.accept(last);
  }
}
