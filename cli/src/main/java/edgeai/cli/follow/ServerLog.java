package edgeai.cli.follow;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a server's log says: its own events as they come, and why it does not start. */
final class ServerLog {
  private static final String REFUSAL = "START REFUSED: ";

  /** What Payara Micro says of an application that it could not deploy; it stays up after that. */
  private static final Pattern NOT_DEPLOYED =
      Pattern.compile(
          "SEVERE javax\\.enterprise\\.system\\.core "
              + "|Exception while loading the app|Deployment of .* failed|[Ff]ailed to deploy");

  private static final int LONGEST_REASON = 180;

  /** A refusal is a sentence for people, which ends in the way out. */
  private static final int LONGEST_REFUSAL = 600;

  private final LogTail tail;
  private final Consumer<String> events;
  private String refusal;
  private boolean deployed = true;
  private String firstSevere;
  private boolean causeFollows;
  private String nothing = "its log is empty";
  private String lastLine = "";
  private String lastMessage = "";
  private String lastEvent = "";

  /**
   * @param events hears what the server itself says
   */
  ServerLog(LogTail tail, Consumer<String> events) {
    this.tail = tail;
    this.events = events;
  }

  /** Reads on; false where there is nothing new. */
  boolean read() throws IOException {
    List<String> lines = tail.next();
    lines.stream().flatMap(line -> ReadableLine.of(line).stream()).forEach(this::read);
    return !lines.isEmpty();
  }

  /** Whether it will never serve, although its process may stay. */
  boolean isLost() {
    return refusal != null || !deployed;
  }

  /** What went wrong so far did no harm and explains no later end. */
  void forgive() {
    firstSevere = null;
    nothing = "nothing in its log since it was ready";
    lastLine = "";
    lastMessage = "";
  }

  /** The first thing that went wrong, since the rest follows from it; else the last it said. */
  String reason() {
    if (refusal != null) {
      return shortened(refusal, LONGEST_REFUSAL);
    }
    if (firstSevere != null) {
      return shortened(firstSevere, LONGEST_REASON);
    }
    String last = lastLine.isEmpty() ? lastMessage : lastLine;
    return last.isEmpty() ? nothing : "its last words: " + shortened(last, LONGEST_REASON);
  }

  private static String shortened(String reason, int longest) {
    return reason.length() > longest ? reason.substring(0, longest) + "…" : reason;
  }

  private void read(String line) {
    int refused = line.indexOf(REFUSAL);
    if (refused >= 0) {
      refusal = line.substring(refused + REFUSAL.length()).strip();
      return;
    }
    if (NOT_DEPLOYED.matcher(line).find()) {
      deployed = false;
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
    lastMessage = line.message();
    if (line.isOurs()) {
      String event =
          line.level().equals("INFO") ? line.message() : line.level() + ": " + line.message();
      if (!event.equals(lastEvent)) {
        events.accept(event);
      }
      lastEvent = event;
    }
  }
}
