package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.common.log.LogContext;
import edgeai.common.process.ServerEnding;
import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.FleetChanged;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.frame.StoredOutcome;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings waiting frames and free places together. One loop decides and begins the calls, which no
 * thread waits for (see {@link Exchange}). What a worker does wrong costs the worker and the frame
 * goes elsewhere; one that takes too long over a frame shares it with another (see {@link
 * Hedging}).
 */
@ApplicationScoped
public class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
  private static final String WHERE = "dispatched frame";
  private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

  private final OpenFrames open;
  private final Exchange exchange;
  private final ExecutorService executor;
  private final WaitingFrames waiting;
  private final InFlight out;
  private final Failures failures;
  private final NextAttempt next;
  private final Conclusion conclusion;
  private final Followers followers;
  private final AnswerIntake intake;
  private final FrameWatch watch;
  private final SpotChecks checks;
  private final DispatchLoop loop;

  private volatile boolean draining;

  @Inject
  Dispatcher(
      Fleet fleet,
      OpenFrames open,
      Exchange exchange,
      SettledFrames settled,
      DispatchFigures figures,
      InFlight out,
      SpotChecks checks,
      CoordinatorSettings settings,
      @Named("dispatch") ExecutorService executor,
      Failures failures) {
    this.open = open;
    this.exchange = exchange;
    this.executor = executor;
    this.out = out;
    this.failures = failures;
    this.checks = checks;
    this.waiting = new WaitingFrames(new FrameFault(fleet)::isProven);
    this.next = new NextAttempt(fleet, waiting, out, figures);
    this.conclusion =
        new Conclusion(waiting, new Settlement(settled, figures, failures), figures, checks);
    this.followers = new Followers(conclusion, executor, failures);
    this.intake = new AnswerIntake(executor, failures);
    this.watch = new FrameWatch(out, settings.pool().frameTimeout(), this::conclude);
    this.loop = new DispatchLoop("dispatcher", failures, this::step, this::rest);
  }

  /** For the container's proxy. */
  Dispatcher() {
    this.open = null;
    this.exchange = null;
    this.executor = null;
    this.waiting = null;
    this.out = null;
    this.failures = null;
    this.next = null;
    this.conclusion = null;
    this.followers = null;
    this.intake = null;
    this.watch = null;
    this.checks = null;
    this.loop = null;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    loop.start(executor);
  }

  /** Queues a frame; waits while its job has enough frames waiting. */
  public void submit(Frame frame) throws InterruptedException {
    waiting.add(frame, () -> open.add(frame));
  }

  /**
   * A frame is not inferred: it takes what was found in another once that is stored, and is queued
   * where that one failed. Whoever gives more of them bounds their number.
   */
  public void follow(Frame frame, CompletableFuture<StoredOutcome> source) {
    open.add(frame);
    followers.add(frame, source);
  }

  /** Gives up all frames of a job; each is settled as failed with this reason. */
  public void cancel(String jobId, String reason) {
    waiting.removeAll(jobId);
    List<Frame> given = open.ofJob(jobId);
    given.forEach(Frame::cancel);
    failures.guard(
        WHERE,
        () ->
            out.giveUp(
                attempt -> attempt.frame().jobId().equals(jobId),
                FrameAttempt.CANCELLED,
                reason,
                attempt -> attempt.worker().released()));
    given.forEach(frame -> conclusion.fail(frame, "", reason));
    waiting.wake();
  }

  /** Frames that wait for a worker. */
  public int pending() {
    return waiting.size();
  }

  /** Age of the oldest of them, 0 where there is none. */
  public Duration oldestPending() {
    return Duration.ofNanos(waiting.oldestNanos());
  }

  void onFleetChanged(@Observes FleetChanged event) {
    waiting.wake();
  }

  /** Frames that a vanished or silent worker holds go elsewhere at once. */
  void onWorkerGone(@Observes WorkerGone event) {
    try {
      out.giveUp(
          attempt -> attempt.worker() == event.node(),
          FrameAttempt.GONE,
          event.reason(),
          attempt -> concludeBy(attempt, () -> conclusion.gone(attempt, event.reason())));
    } finally {
      waiting.wake();
    }
  }

  private void step() throws InterruptedException {
    watch.look(InFlight.nowMs());
    if (!draining) {
      checks.begin(false, waiting.size() == 0);
    }
    waiting
        .next(() -> mayBegin() ? next.begin() : Optional.empty(), out.size() > 0)
        .ifPresent(
            attempt -> {
              attempt.traced();
              about(attempt, () -> begin(attempt));
            });
  }

  private void rest() throws InterruptedException {
    waiting.await(loop::isStopped, AFTER_FAILURE);
  }

  private boolean mayBegin() {
    return !draining && out.size() + intake.size() < InFlight.MOST;
  }

  /** Without a thread nobody is called, and neither frame nor place may be forgotten. */
  private void begin(Attempt attempt) {
    try {
      if (attempt.frame().isSettled() && out.end(attempt, FrameAttempt.OVERTAKEN, null)) {
        attempt.worker().released();
        return;
      }
      exchange.of(
          attempt, answer -> intake.take(() -> about(attempt, () -> takeIn(attempt, answer))));
    } catch (RuntimeException | Error e) {
      if (out.end(attempt, FrameAttempt.FAILED, "there was no thread for the call")) {
        attempt.worker().released();
        conclusion.retry(attempt, "there was no thread for the call");
      }
      throw e;
    }
  }

  private static void about(Attempt attempt, Runnable step) {
    LogContext.run(attempt.subject(), step);
  }

  private void takeIn(Attempt attempt, WorkerAnswer answer) {
    try {
      end(attempt, answer);
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      end(attempt, new WorkerAnswer.Unserved(Settlement.sentence(e)));
    } finally {
      waiting.placeIsFree();
    }
  }

  private void end(Attempt attempt, WorkerAnswer answer) {
    if (out.end(attempt, answer.outcome(), answer.reason())) {
      conclude(attempt, answer);
    }
  }

  private void conclude(Attempt attempt, WorkerAnswer answer) {
    concludeBy(attempt, () -> conclusion.of(attempt, answer));
  }

  /** Whatever is thrown, the frame ends, and is not tried for ever. */
  private void concludeBy(Attempt attempt, Runnable end) {
    try {
      end.run();
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      conclusion.fail(attempt.frame(), attempt.worker().id(), Settlement.sentence(e));
    }
  }

  /**
   * Hands out nothing more and waits for what is out; frames that wait are done after a restart.
   */
  void onServerEnding(@Observes ServerEnding ending) {
    draining = true;
    try {
      waiting.await(() -> out.size() + intake.size() == 0, ending.left());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.log(Level.INFO, "{0} frames are still out at the end", out.size());
  }

  /** Before any bean is destroyed: the end of the executor first would look like a failure. */
  void stop(
      @Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    loop.stop();
    out.all().forEach(Attempt::interrupt);
  }
}
