package edgeai.common.admin;

import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.network.GrowingPause;
import edgeai.common.request.Requests;
import edgeai.common.trace.TraceStep;
import edgeai.common.wire.CameraAlert;
import edgeai.common.wire.CameraEvent;
import edgeai.common.wire.CameraReport;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps one camera known to the admin server and delivers its events in order. Runs on one thread
 * until it is interrupted; whoever has an event leaves it here and goes on.
 */
public final class AdminLink implements Runnable {
  private static final String EVENTS = "/camera-detection";
  private static final String ALERTS = "/camera-alerts";
  private static final Logger LOG = Logger.getLogger(AdminLink.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final long LONGEST_WAIT_MS = 1_000;

  private final EventStore store;
  private final Membership membership;
  private final long longestWaitMs;
  private final GrowingPause pause;
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  /** Of a member that says nothing of its condition. */
  public AdminLink(
      AdminClient client, URI admin, CameraIdentity camera, EventStore store, Duration heartbeat) {
    this(client, admin, camera, store, heartbeat, () -> CameraReport.NOTHING);
  }

  /**
   * @param condition told with the registration, each heartbeat, and soon after it changed
   */
  public AdminLink(
      AdminClient client,
      URI admin,
      CameraIdentity camera,
      EventStore store,
      Duration heartbeat,
      Supplier<CameraReport> condition) {
    this.membership = new Membership(client, admin, camera, heartbeat, condition);
    this.store = store;
    this.longestWaitMs = Math.min(LONGEST_WAIT_MS, heartbeat.toMillis());
    this.pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE, new SplittableRandom());
  }

  /** Leaves an event to be delivered; one that the disk does not take is lost and counted. */
  public void owe(CameraEvent event) {
    owe(EVENTS, Requests.write(event));
  }

  /** As {@link #owe(CameraEvent)}. */
  public void owe(CameraAlert alert) {
    owe(ALERTS, Requests.write(alert));
  }

  void owe(String path, String json) {
    if (!tryToOwe(path, json)) {
      lost.incrementAndGet();
    }
  }

  /** Leaves an event to be delivered; false where the disk does not take it now. */
  public boolean tryToOwe(CameraEvent event) {
    return tryToOwe(EVENTS, Requests.write(event));
  }

  /**
   * As {@link #tryToOwe(CameraEvent)}.
   *
   * @param alert as {@link Requests} write it
   */
  public boolean tryToOweAlert(String alert) {
    return tryToOwe(ALERTS, alert);
  }

  private boolean tryToOwe(String path, String json) {
    try {
      store.add(path, json);
      return true;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "an event for the admin server cannot be stored", e);
      return false;
    }
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (!tryTurn()) {
          TimeUnit.MILLISECONDS.sleep(pause.next());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean tryTurn() throws InterruptedException {
    try {
      return turn();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "reporting to the admin server failed unforeseen", e);
      membership.doubt();
      return false;
    }
  }

  /** One call, or a wait for a reason to make one; false where it failed. */
  boolean turn() throws InterruptedException {
    if (!membership.isKnown()) {
      return membership.register();
    }
    if (membership.isDue()) {
      boolean heard = membership.heartbeat();
      if (heard) {
        pause.reset();
      }
      return heard;
    }
    Optional<OwedEvent> event = store.oldest(longestWaitMs);
    return event.isEmpty() || deliver(event.get());
  }

  private boolean deliver(OwedEvent event) throws InterruptedException {
    CallOutcome outcome = post(event);
    if (outcome == CallOutcome.TAKEN || outcome == CallOutcome.REFUSED) {
      settle(event, outcome);
      return true;
    }
    return membership.confirm(outcome);
  }

  /** Each event begins a trace, which goes on where it is counted. */
  private CallOutcome post(OwedEvent event) throws InterruptedException {
    TraceStep step = TraceStep.begin("report", SpanKind.CLIENT, null);
    LogSubject before = LogContext.enter(step.subject());
    try {
      CallOutcome outcome = membership.post(event.path(), event.json());
      step.with("edge.outcome", outcome.name().toLowerCase(Locale.ROOT));
      return outcome;
    } finally {
      LogContext.leave(before);
      step.end();
    }
  }

  private void settle(OwedEvent event, CallOutcome outcome) {
    pause.reset();
    (outcome == CallOutcome.TAKEN ? delivered : refused).incrementAndGet();
    try {
      store.settle(event);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a delivered event cannot be taken note of; it may be sent again", e);
    }
  }

  /** Whether the admin server answered the last call and knows this camera. */
  public boolean isKnown() {
    return membership.isKnown();
  }

  /** Events it has not taken yet. */
  public int waiting() {
    return store.size();
  }

  /** Events it has taken since the start. */
  public long delivered() {
    return delivered.get();
  }

  /** Events it will not take, since the start. */
  public long refused() {
    return refused.get();
  }

  /** Events that the bound of the store took since the start. */
  public long dropped() {
    return store.dropped();
  }

  /** Events that the disk did not take since the start. */
  public long lost() {
    return lost.get();
  }
}
