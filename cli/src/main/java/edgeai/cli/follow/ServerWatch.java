package edgeai.cli.follow;

import edgeai.cli.client.Web;
import edgeai.cli.console.Console;
import edgeai.cli.machine.ProcessorDemand;
import edgeai.cli.run.Children;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Follows one server from its start to its end: log, readiness, process. */
public final class ServerWatch implements Runnable {
  private enum State {
    STARTING,
    READY,
    FAILED,
    ENDED,
    LEFT
  }

  private static final long PAUSE_MS = 250;
  private static final Clock CLOCK = Clock.systemUTC();

  private volatile RunFile server;
  private volatile Optional<ProcessHandle> process;
  private Instant started;
  private final Web web;
  private final Console console;
  private final Children children;
  private final Supplier<StartPatience> patiences;
  private ServerLog log;
  private StartPatience patience;
  private long lookedAt;
  private volatile State state = State.STARTING;

  /**
   * @param children tells how the server ended
   * @param progress of all servers that start together
   */
  public ServerWatch(
      RunFile server, Web web, Console console, Children children, SharedProgress progress) {
    this(server, web, console, children, () -> new StartPatience(progress));
  }

  /**
   * @param patiences one for each start that is followed
   */
  ServerWatch(
      RunFile server,
      Web web,
      Console console,
      Children children,
      Supplier<StartPatience> patiences) {
    this.web = web;
    this.console = console;
    this.children = children;
    this.patiences = patiences;
    watch(server);
  }

  private void watch(RunFile next) {
    server = next;
    process = ProcessHandle.of(next.pid());
    started = process.flatMap(handle -> handle.info().startInstant()).orElseGet(CLOCK::instant);
    log = new ServerLog(new LogTail(next.log()), said -> console.event(next.name(), said));
    patience = patiences.get();
    lookedAt = System.nanoTime();
  }

  /** As it was written down last. */
  public RunFile server() {
    return server;
  }

  boolean isStarting() {
    return state == State.STARTING;
  }

  /** Whether it ended because {@code ./edge down} asked for it. */
  boolean isLeft() {
    return state == State.LEFT;
  }

  /** Whether it serves no more, or never will. */
  public boolean isOver() {
    return state != State.STARTING && state != State.READY;
  }

  @Override
  public void run() {
    try {
      while (!isOver()) {
        look();
        Thread.sleep(PAUSE_MS);
      }
    } catch (IOException e) {
      end(State.FAILED, "its log cannot be read", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws IOException, InterruptedException {
    boolean alive = process.isPresent() && process.get().isAlive();
    if (!alive && isFollowedByAnother()) {
      return;
    }
    if (!alive && !server.exists()) {
      // another command may have begun a log of that name
      state = State.LEFT;
      console.event(server.name(), "ended");
      return;
    }
    boolean wrote = log.read();
    if (!alive) {
      ended();
    } else if (state == State.STARTING) {
      lookAtStart(wrote);
    }
  }

  private void lookAtStart(boolean wrote) throws InterruptedException {
    if (log.isLost()) {
      end(State.FAILED, "did not start", log.reason());
      return;
    }
    Optional<String> hindrance = web.hindrance(server.address());
    if (hindrance.isPresent()) {
      waitOn(wrote, hindrance.get());
    } else {
      state = State.READY;
      log.forgive();
      double taken = Duration.between(started, CLOCK.instant()).toMillis() / 1000.0;
      console.event(server.name(), "ready in %.1f s at %s".formatted(taken, server.address()));
    }
  }

  private void waitOn(boolean wrote, String hindrance) throws InterruptedException {
    long now = System.nanoTime();
    Duration passed = Duration.ofNanos(now - lookedAt);
    lookedAt = now;
    patience.look(passed, ProcessorDemand.of(process.orElseThrow()), wrote);
    String why = "%s; %s".formatted(hindrance, log.reason());
    if (patience.isOver()) {
      end(State.FAILED, patience.words(), why);
    } else if (patience.isTimeForAWord()) {
      console.event(server.name(), "%s: %s; still waiting".formatted(patience.words(), why));
    }
  }

  /** Whether it was ended on purpose, by one who starts it again or has done so. */
  private boolean isFollowedByAnother() throws IOException {
    Optional<RunFile> written = server.readAgain();
    if (written.isPresent() && written.get().pid() != server.pid()) {
      console.event(server.name(), "started again, pid %d".formatted(written.get().pid()));
      watch(written.get());
      state = State.STARTING;
      return true;
    }
    return written.isPresent() && written.get().again();
  }

  private void ended() throws InterruptedException {
    boolean starting = state == State.STARTING;
    String how = children.end(server.pid()).map(status -> " with " + status).orElse("");
    if (starting) {
      end(State.FAILED, "did not start, ended" + how, log.reason());
    } else {
      end(State.ENDED, "ended unasked" + how, log.reason());
    }
  }

  private void end(State last, String what, String reason) {
    console.event(server.name(), "%s: %s (log: %s)".formatted(what, reason, server.log()));
    state = last;
  }
}
