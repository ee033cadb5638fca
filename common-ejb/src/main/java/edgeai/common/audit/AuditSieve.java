package edgeai.common.audit;

import edgeai.audit.AuditActor;
import edgeai.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets an entry become a line, or only counts it, so that nobody fills the log. A refusal that
 * repeats itself is told at once, and then how often within ten minutes. Beyond that everybody has
 * an allowance of lines, and what comes on top of it is told as a number. Thread-safe.
 */
final class AuditSieve {
  static final Duration WINDOW = Duration.ofMinutes(10);
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** At once, and a minute: what a script of a person's does is told, what floods is counted. */
  static final int DEEDS = 500;

  private static final double DEEDS_A_MINUTE = 10;
  static final int REFUSALS = 30;
  private static final double REFUSALS_A_MINUTE = 6;
  static final int ALL_REFUSALS = 300;
  private static final double ALL_REFUSALS_A_MINUTE = 60;

  private static final int MOST_REPEATS = 512;
  private static final int MOST_FLOODERS = 16;
  private static final String OTHERS = "others";

  private final Allowances deeds = new Allowances(DEEDS, DEEDS_A_MINUTE);
  private final Allowances refusals = new Allowances(REFUSALS, REFUSALS_A_MINUTE);
  private final Allowance allRefusals;
  private final Map<Kind, Repeats> repeated = new LinkedHashMap<>();
  private final Map<String, Repeats> further = new LinkedHashMap<>();
  private Instant toldFurther;
  private long withheld;

  private record Kind(AuditActor actor, String what, String thing, int status) {}

  private record Repeats(Instant since, AuditEntry last, long count) {
    private Repeats and(AuditEntry next) {
      return new Repeats(since, next, count + 1);
    }
  }

  AuditSieve(Instant now) {
    this.allRefusals = new Allowance(ALL_REFUSALS, ALL_REFUSALS_A_MINUTE, now);
    this.toldFurther = now;
  }

  /** The entry where it is to be a line. */
  synchronized Optional<AuditEntry> pass(AuditEntry entry) {
    return entry.isRefused() ? passRefusal(entry) : passDeed(entry);
  }

  private Optional<AuditEntry> passDeed(AuditEntry entry) {
    return deeds.take(whose(entry.actor()), entry.at()) ? Optional.of(entry) : withhold(entry);
  }

  private Optional<AuditEntry> passRefusal(AuditEntry entry) {
    Kind kind = new Kind(entry.actor(), entry.what(), entry.thing(), entry.status());
    Repeats before = repeated.get(kind);
    if (before != null) {
      repeated.put(kind, before.and(entry));
      withheld++;
      return Optional.empty();
    }
    if (repeated.size() >= MOST_REPEATS
        || !refusals.take(entry.actor().from(), entry.at())
        || !allRefusals.take(entry.at())) {
      return withhold(entry);
    }
    repeated.put(kind, new Repeats(entry.at(), entry, 0));
    return Optional.of(entry);
  }

  private Optional<AuditEntry> withhold(AuditEntry entry) {
    withheld++;
    String refused = entry.isRefused() ? "refused " : "";
    String whose = refused + whose(entry.actor());
    String key =
        further.containsKey(whose) || further.size() < MOST_FLOODERS ? whose : refused + OTHERS;
    further.merge(key, new Repeats(entry.at(), entry, 1), (before, one) -> before.and(one.last()));
    return Optional.empty();
  }

  private static String whose(AuditActor actor) {
    return actor.proof() + " " + (actor.who().isEmpty() ? actor.from() : actor.who());
  }

  /** What was only counted and is to be told by now. */
  synchronized List<AuditEntry> due(Instant now) {
    List<AuditEntry> due = new ArrayList<>();
    // in the order in which they began
    Iterator<Repeats> all = repeated.values().iterator();
    while (all.hasNext()) {
      Repeats one = all.next();
      if (now.isBefore(one.since().plus(WINDOW))) {
        break;
      }
      all.remove();
      if (one.count() > 0) {
        due.add(one.last().times(one.count()));
      }
    }
    if (!now.isBefore(toldFurther.plus(PAUSE))) {
      toldFurther = now;
      further.forEach((whose, one) -> due.add(summary(whose, one)));
      further.clear();
    }
    return due;
  }

  private static AuditEntry summary(String whose, Repeats repeats) {
    AuditEntry last = repeats.last();
    boolean others = whose.endsWith(OTHERS);
    return new AuditEntry(
        last.at(),
        last.server(),
        others ? new AuditActor(OTHERS, "", "", "", "") : last.actor(),
        "further",
        "",
        last.status(),
        "more than is told one by one; the last was " + last.what(),
        repeats.count());
  }

  /** How many were only counted. */
  synchronized long withheld() {
    return withheld;
  }
}
