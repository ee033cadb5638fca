package launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Follows one server from its start to its end: log, readiness, process. */
final class ServerWatch implements Runnable {
  /** {@code LEFT}: ended because {@code ./edge down} asked for it. */
  enum State {
    STARTING,
    READY,
    FAILED,
    ENDED,
    LEFT
  }

  private static final Duration START_LIMIT = Duration.ofSeconds(240);
  private static final long PAUSE_MS = 250;
  private static final String REFUSAL = "START REFUSED: ";

  /** What Payara Micro says of an application that it could not deploy; it stays up after that. */
  private static final Pattern NOT_DEPLOYED =
      Pattern.compile(
          "SEVERE javax\\.enterprise\\.system\\.core "
              + "|Exception while loading the app|Deployment of .* failed|[Ff]ailed to deploy");

  private static final int LONGEST_REASON = 180;

  private volatile ServerFile server;
  private volatile Optional<ProcessHandle> process;
  private Instant started;
  private final Web web;
  private final Console console;
  private LogTail log;
  private volatile State state = State.STARTING;
  private String refusal;
  private boolean isDeployed;
  private String firstSevere;
  private boolean causeFollows;
  private String lastLine;
  private String lastEvent = "";

  ServerWatch(ServerFile server, Web web, Console console) {
    this.web = web;
    this.console = console;
    watch(server);
  }

  private void watch(ServerFile next) {
    server = next;
    process = ProcessHandle.of(next.pid());
    started = process.flatMap(handle -> handle.info().startInstant()).orElseGet(Instant::now);
    log = new LogTail(next.log());
    refusal = null;
    isDeployed = true;
    firstSevere = null;
    lastLine = "";
  }

  ServerFile server() {
    return server;
  }

  Optional<ProcessHandle> process() {
    return process;
  }

  State state() {
    return state;
  }

  boolean isOver() {
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
      lastLine = e.toString();
      end(State.FAILED, "its log cannot be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws IOException, InterruptedException {
    boolean alive = process.isPresent() && process.get().isAlive();
    if (!alive && isFollowedByAnother()) {
      return;
    }
    for (String line : log.next()) {
      read(line);
    }
    if (!alive) {
      ended();
    } else if (state == State.STARTING) {
      lookAtStart();
    }
  }

  private void lookAtStart() throws InterruptedException {
    Duration taken = Duration.between(started, Instant.now());
    if (refusal != null || !isDeployed) {
      end(State.FAILED, "did not start");
    } else if (web.isReady(server.address())) {
      state = State.READY;
      // what went wrong so far did no harm and explains no later end
      firstSevere = null;
      lastLine = "";
      console.event(
          server.name(),
          "ready in %.1f s at %s".formatted(taken.toMillis() / 1000.0, server.address()));
    } else if (taken.compareTo(START_LIMIT) > 0) {
      end(State.FAILED, "not ready after %d s".formatted(START_LIMIT.toSeconds()));
    }
  }

  /** Whether it was ended on purpose, by one who starts it again or has done so. */
  private boolean isFollowedByAnother() throws IOException {
    Optional<ServerFile> written = server.readAgain();
    if (written.isPresent() && written.get().pid() != server.pid()) {
      console.event(server.name(), "started again, pid %d".formatted(written.get().pid()));
      watch(written.get());
      state = State.STARTING;
      return true;
    }
    return written.isPresent() && written.get().again();
  }

  private void ended() {
    if (!server.exists()) {
      state = State.LEFT;
      console.event(server.name(), "ended");
    } else if (state == State.STARTING) {
      end(State.FAILED, "did not start");
    } else {
      end(State.ENDED, "ended unasked");
    }
  }

  /** The first thing that went wrong, since the rest follows from it. */
  private String reason() {
    if (refusal != null) {
      return refusal;
    }
    return firstSevere != null ? firstSevere : lastLine.isEmpty() ? "no reason given" : lastLine;
  }

  private void end(State last, String what) {
    String reason = reason();
    if (reason.length() > LONGEST_REASON) {
      reason = reason.substring(0, LONGEST_REASON) + "…";
    }
    console.event(server.name(), "%s: %s (log: %s)".formatted(what, reason, server.log()));
    state = last;
  }

  private void read(String line) {
    int refused = line.indexOf(REFUSAL);
    if (refused >= 0) {
      refusal = line.substring(refused + REFUSAL.length()).strip();
      return;
    }
    if (NOT_DEPLOYED.matcher(line).find()) {
      isDeployed = false;
    }
    Optional<LogLine> event = LogLine.parse(line);
    event.ifPresentOrElse(this::read, () -> readRest(line));
    causeFollows &= event.isPresent();
  }

  /** What is written past the logger: the exception of the line before, the last words of a JVM. */
  private void readRest(String line) {
    if (line.isBlank() || Character.isWhitespace(line.charAt(0))) {
      return;
    }
    lastLine = line.strip();
    if (causeFollows) {
      firstSevere = lastLine.contains(firstSevere) ? lastLine : firstSevere + ": " + lastLine;
    }
  }

  private void read(LogLine line) {
    if (line.isSevere() && firstSevere == null) {
      firstSevere = line.message();
      causeFollows = true;
    } else {
      causeFollows = false;
    }
    if (line.isOurs()) {
      String event =
          line.level().equals("INFO") ? line.message() : line.level() + ": " + line.message();
      if (!event.equals(lastEvent)) {
        console.event(server.name(), event);
      }
      lastEvent = event;
    }
  }
}
