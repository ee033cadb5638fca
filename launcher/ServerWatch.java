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

  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final long PAUSE_MS = 250;
  private static final String REFUSAL = "START REFUSED: ";

  /** What Payara Micro says of an application that it could not deploy; it stays up after that. */
  private static final Pattern NOT_DEPLOYED =
      Pattern.compile(
          "Exception while loading the app|Deployment of .* failed|[Ff]ailed to deploy"
              + "|Error occurred during deployment");

  private final ServerFile server;
  private final Optional<ProcessHandle> process;
  private final Instant started;
  private final Web web;
  private final Console console;
  private final LogTail log;
  private volatile State state = State.STARTING;
  private String refusal;
  private String firstSevere;
  private String lastLine = "";
  private String lastEvent = "";

  ServerWatch(ServerFile server, Web web, Console console) {
    this.server = server;
    this.process = ProcessHandle.of(server.pid());
    this.started =
        process.flatMap(handle -> handle.info().startInstant()).orElseGet(Instant::now);
    this.web = web;
    this.console = console;
    this.log = new LogTail(server.log());
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
      end(State.FAILED, "its log cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws IOException, InterruptedException {
    boolean alive = process.isPresent() && process.get().isAlive();
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
    if (refusal != null) {
      end(State.FAILED, "did not start: " + refusal);
    } else if (web.isReady(server.address())) {
      state = State.READY;
      console.event(
          server.name(),
          "ready in %.1f s at %s".formatted(taken.toMillis() / 1000.0, server.address()));
    } else if (taken.compareTo(START_LIMIT) > 0) {
      end(
          State.FAILED,
          "not ready after %d s%s"
              .formatted(
                  START_LIMIT.toSeconds(), firstSevere == null ? "" : ", " + firstSevere));
    }
  }

  private void ended() {
    if (!server.exists()) {
      state = State.LEFT;
      console.event(server.name(), "ended");
    } else if (state == State.STARTING) {
      end(State.FAILED, "did not start: " + reason());
    } else {
      end(State.ENDED, "ended unasked" + (firstSevere == null ? "" : ", " + firstSevere));
    }
  }

  private String reason() {
    if (refusal != null) {
      return refusal;
    }
    return firstSevere != null ? firstSevere : lastLine.isEmpty() ? "it just ended" : lastLine;
  }

  private void end(State last, String event) {
    console.event(server.name(), event + "  (" + server.log() + ")");
    state = last;
  }

  private void read(String line) {
    int refused = line.indexOf(REFUSAL);
    if (refused >= 0) {
      refusal = line.substring(refused + REFUSAL.length()).strip();
      return;
    }
    if (state == State.STARTING && refusal == null && NOT_DEPLOYED.matcher(line).find()) {
      refusal = LogLine.parse(line).map(LogLine::message).orElse(line.strip());
    }
    if (!line.isBlank() && !line.startsWith("\t") && !line.startsWith("    at ")) {
      lastLine = line.strip();
    }
    LogLine.parse(line).ifPresent(this::read);
  }

  private void read(LogLine line) {
    if (line.isSevere() && firstSevere == null) {
      firstSevere = line.message();
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
