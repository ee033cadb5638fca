package edgeai.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that was done or refused.
 *
 * @param at when
 * @param server which program saw it: coordinator, admin, worker, command
 * @param what the call as the table of calls has it, or a word for what is no call
 * @param thing what it was about: the id of a job, a worker, a camera
 * @param status of HTTP, 0 where it was no call
 * @param detail what else is to be said, in a sentence
 * @param times how often it happened since it was told last, the newest of them at this time
 */
public record AuditEntry(
    Instant at,
    String server,
    AuditActor actor,
    String what,
    String thing,
    int status,
    String detail,
    long times) {
  private static final int LONGEST = 200;
  private static final int LONGEST_DETAIL = 400;
  private static final int REFUSED = 400;

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    server = PlainText.of(server, LONGEST);
    what = PlainText.of(what, LONGEST);
    thing = PlainText.of(thing, LONGEST);
    detail = PlainText.of(detail, LONGEST_DETAIL);
  }

  /** Once. */
  public static AuditEntry once(
      Instant at,
      String server,
      AuditActor actor,
      String what,
      String thing,
      int status,
      String detail) {
    return new AuditEntry(at, server, actor, what, thing, status, detail, 1);
  }

  /** Whether nothing came of it: refused, or failed. */
  public boolean isRefused() {
    return status >= REFUSED;
  }

  public AuditEntry times(long count) {
    return new AuditEntry(at, server, actor, what, thing, status, detail, count);
  }

  /** As a line of JSON. */
  public String line() {
    return AuditLine.of(this);
  }
}
