package edgeai.common.audit;

import edgeai.audit.AuditActor;
import edgeai.audit.AuditEntry;
import edgeai.audit.AuditFile;
import edgeai.common.guard.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The audit log of this server. Whoever notes something waits for nothing: it is written a quarter
 * of a second later, on a thread of its own.
 */
@ApplicationScoped
public class AuditTrail {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final String server;
  private final Schedule schedule;
  private final ExecutorService thread;
  private final Clock clock;
  private final AuditSieve sieve;
  private final AuditWriter deeds;
  private final AuditWriter refusals;
  private final AtomicBoolean writing = new AtomicBoolean();

  @Inject
  public AuditTrail(
      AuditPlace place, Schedule schedule, @Named("audit") ExecutorService thread, Clock clock) {
    this.server = place.server();
    this.schedule = schedule;
    this.thread = thread;
    this.clock = clock;
    this.sieve = new AuditSieve(clock.instant());
    this.deeds = new AuditWriter(AuditFile.ofDeeds(place.folder()), count -> loss(count, 0));
    this.refusals =
        new AuditWriter(AuditFile.ofRefusals(place.folder()), count -> loss(count, 503));
  }

  /** For the container's proxy. */
  protected AuditTrail() {
    server = null;
    schedule = null;
    thread = null;
    clock = null;
    sieve = null;
    deeds = null;
    refusals = null;
  }

  /** Once, where the server begins to take requests. */
  public void begin() {
    note(AuditActor.ITSELF, "start", "", 0, "");
    schedule.every("audit", PAUSE, this::wake);
  }

  void end(
      @Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    close();
  }

  /** Writes what waits, and that this was the end. */
  public void close() {
    note(AuditActor.ITSELF, "end", "", 0, "");
    write();
  }

  /** One that hangs on its disk holds no thread but this. */
  private void wake() {
    if (!writing.compareAndSet(false, true)) {
      return;
    }
    try {
      thread.execute(this::writeAndLeave);
    } catch (RejectedExecutionException e) {
      writing.set(false);
      throw e;
    }
  }

  private void writeAndLeave() {
    try {
      write();
    } finally {
      writing.set(false);
    }
  }

  private void write() {
    sieve.due(clock.instant()).forEach(this::put);
    deeds.write();
    refusals.write();
  }

  /**
   * Notes that something was done or refused.
   *
   * @param what the call, or a word for what is no call
   * @param thing what it was about, empty where nothing is to be named; no secret
   * @param status of HTTP, 0 where it was no call; from 400 on it was refused
   * @param detail a sentence, or nothing; no secret
   */
  public void note(AuditActor actor, String what, String thing, int status, String detail) {
    sieve
        .pass(AuditEntry.once(clock.instant(), server, actor, what, thing, status, detail))
        .ifPresent(this::put);
  }

  private void put(AuditEntry entry) {
    (entry.isRefused() ? refusals : deeds).add(entry);
  }

  private AuditEntry loss(long count, int status) {
    return new AuditEntry(
        clock.instant(),
        server,
        AuditActor.ITSELF,
        "lost",
        "",
        status,
        "there was no room for what happened before this line",
        count);
  }

  /** Lines that are not on the disk yet. */
  public int waiting() {
    return deeds.waiting() + refusals.waiting();
  }

  public long written() {
    return deeds.written() + refusals.written();
  }

  /** Those for which there was no room. */
  public long lost() {
    return deeds.lost() + refusals.lost();
  }

  /** What was told as a number. */
  public long withheld() {
    return sieve.withheld();
  }
}
