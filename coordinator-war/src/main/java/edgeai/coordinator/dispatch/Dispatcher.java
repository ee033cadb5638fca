package edgeai.coordinator.dispatch;

import edgeai.common.metrics.StageTimes;
import edgeai.common.metrics.StageTimes.Stage;
import edgeai.common.process.ServerEnding;
import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.FleetChanged;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings waiting frames and free places together. One loop decides; each attempt runs on a thread
 * of the dispatch executor. What a worker does wrong costs the worker and the frame goes elsewhere;
 * one that takes too long over a frame shares it with another (see {@link Hedging}).
 */
@ApplicationScoped
public class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());

  /** How long the loop sleeps at most: a circuit's pause ends without anybody saying so. */
  private static final long LOOK_AGAIN_MS = 200;

  @Inject private Fleet fleet;
  @Inject private HttpTransport network;
  @Inject private LocalTransport local;
  @Inject private SettledFrames settled;
  @Inject private Clock clock;
  @Inject private StageTimes times;

  @Inject
  @Named("dispatch")
  private ExecutorService executor;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final FrameQueue queue = new FrameQueue();
  private final Map<Long, Frame> open = new ConcurrentHashMap<>();
  private final InFlight out = new InFlight(() -> clock.instant());
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong hedges = new AtomicLong();
  private final AtomicLong overtaken = new AtomicLong();

  private volatile boolean closing;
  private volatile boolean draining;
  private Exchange exchange;
  private HedgeSearch hedging;
  private Future<?> loop;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    exchange = new Exchange(network, local);
    hedging = new HedgeSearch(fleet);
    loop = executor.submit(this::run);
  }

  /** Queues a frame; waits while its job has enough frames waiting. */
  public void submit(Frame frame) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!queue.hasRoom(frame.jobId())) {
        changed.await();
      }
      open.put(frame.id(), frame);
      queue.addLast(frame);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The frame of this id, while it is not settled or not yet stored. */
  public Optional<Frame> find(long frameId) {
    return Optional.ofNullable(open.get(frameId));
  }

  /** Frames of a job that are not settled, by id. */
  public List<Frame> openFrames(String jobId) {
    return open.values().stream()
        .filter(frame -> frame.jobId().equals(jobId) && !frame.isSettled())
        .sorted(Comparator.comparingLong(Frame::id))
        .toList();
  }

  /** A frame that a worker has, and since when. */
  public record Held(WorkerNode worker, Duration time) {}

  /** The frame of a job that a worker has had for the longest time. */
  public Optional<Held> longestHeld(String jobId) {
    long now = InFlight.nowMs();
    return out.all().stream()
        .filter(attempt -> attempt.frame().jobId().equals(jobId))
        .filter(attempt -> !attempt.frame().isSettled())
        .min(Comparator.comparingLong(Attempt::startedAtMs))
        .map(a -> new Held(a.worker(), Duration.ofMillis(now - a.startedAtMs())));
  }

  /** Forgets a frame whose result is stored. */
  public void forget(long frameId) {
    open.remove(frameId);
  }

  /** Gives up all frames of a job; each is settled as failed with this reason. */
  public void cancel(String jobId, String reason) {
    lock.lock();
    try {
      queue.removeAll(jobId);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    List<Frame> given = openFrames(jobId);
    given.forEach(Frame::cancel);
    out.giveUp(attempt -> attempt.frame().jobId().equals(jobId), FrameAttempt.CANCELLED, reason)
        .forEach(attempt -> attempt.worker().released());
    given.forEach(frame -> fail(frame, "", reason));
    wake();
  }

  public int pending() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  public int inFlight() {
    return out.size();
  }

  /** Attempts beyond a frame's first that followed one which had ended. */
  public long retries() {
    return retries.get();
  }

  /** Attempts begun while another worker had the frame. */
  public long hedges() {
    return hedges.get();
  }

  /** Answers that came for frames which another attempt had settled. */
  public long overtaken() {
    return overtaken.get();
  }

  /** Frames that failed for good. */
  public long failures() {
    return failures.get();
  }

  void onFleetChanged(@Observes FleetChanged event) {
    wake();
  }

  /** Frames that a vanished or silent worker holds go elsewhere at once. */
  void onWorkerGone(@Observes WorkerGone event) {
    out.giveUp(attempt -> attempt.worker() == event.node(), FrameAttempt.GONE, event.reason())
        .forEach(
            attempt -> {
              attempt.worker().failed(event.reason());
              attempt.frame().diedOn(attempt.worker());
              retry(attempt, event.reason());
            });
    wake();
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closing) {
      try {
        Attempt attempt = next();
        if (attempt != null) {
          attempt.calls(executor.submit(() -> perform(attempt)));
        }
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, "the dispatcher stumbled", e);
      }
    }
  }

  /** The next frame with a leased place, null where there was none for a while. */
  private Attempt next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Attempt> attempt =
          draining || out.size() >= WorkerClient.CALLS ? Optional.empty() : nextAttempt();
      if (attempt.isEmpty()) {
        changed.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        return null;
      }
      changed.signalAll();
      return attempt.get();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Attempt> nextAttempt() {
    long now = InFlight.nowMs();
    if (!hedging.isDue(now)) {
      return fromQueue();
    }
    giveUpOwed(now);
    return hedging
        .lost(out.all(), now)
        .map(this::hedged)
        .or(this::fromQueue)
        .or(
            () ->
                queue.size() > 0
                    ? Optional.empty()
                    : hedging.slow(out.all(), now).map(this::hedged));
  }

  /** A worker behind a dead connection may go on with its heartbeats: this is how it is known. */
  private void giveUpOwed(long now) {
    out.giveUp(
            attempt ->
                Hedging.isOwed(attempt, now - attempt.startedAtMs(), attempt.worker().expectedMs()),
            FrameAttempt.OVERTAKEN,
            null)
        .forEach(attempt -> attempt.worker().failed("did not answer in good time"));
  }

  private Optional<Attempt> fromQueue() {
    Map<Set<String>, Optional<WorkerNode>> leases = new LinkedHashMap<>();
    return queue
        .take(
            waiting ->
                leases.computeIfAbsent(Set.copyOf(waiting.triedBy()), fleet::lease).isPresent())
        .map(
            frame -> {
              WorkerNode worker = leases.get(Set.copyOf(frame.triedBy())).orElseThrow();
              if (frame.attempts() > 0) {
                retries.incrementAndGet();
              } else {
                times.add(Stage.QUEUE, frame.ageNanos());
              }
              return out.begin(frame, worker);
            });
  }

  private Attempt hedged(HedgeSearch.Second second) {
    hedges.incrementAndGet();
    return out.begin(second.frame(), second.worker());
  }

  private void perform(Attempt attempt) {
    if (attempt.frame().isSettled() && out.end(attempt, FrameAttempt.OVERTAKEN, null)) {
      attempt.worker().released();
      wake();
      return;
    }
    WorkerAnswer answer = exchange.of(attempt);
    if (out.end(attempt, answer.outcome(), answer.reason())) {
      conclude(attempt, answer);
    }
    wake();
  }

  private void conclude(Attempt attempt, WorkerAnswer answer) {
    double latencyMs = System.nanoTime() / 1e6 - attempt.startedAtMs();
    Verdict verdict = Verdict.on(attempt.frame(), attempt.worker(), answer, latencyMs);
    if (verdict instanceof Verdict.Completed completed) {
      complete(attempt, completed.detected(), latencyMs);
    } else if (verdict instanceof Verdict.TryAgain again) {
      retry(attempt, again.reason());
    }
  }

  private void complete(Attempt attempt, WorkerAnswer.Detected detected, double latencyMs) {
    Frame frame = attempt.frame();
    if (!attempt.worker().isLocal()) {
      times.add(Stage.NETWORK, (long) ((latencyMs - detected.processingTimeMs()) * 1e6));
    }
    if (!frame.settle()) {
      attempt.wasOvertaken();
      overtaken.incrementAndGet();
      return;
    }
    settled.completed(
        frame,
        attempt.worker().id(),
        attempt.worker().registration().modelOrUnknown(),
        detected.detections(),
        detected.processingTimeMs());
  }

  /** The frame goes elsewhere, unless another worker has it still. */
  private void retry(Attempt attempt, String reason) {
    Frame frame = attempt.frame();
    LOG.log(
        Level.FINE,
        "frame {0} on worker {1}: {2}",
        new Object[] {Long.toString(frame.id()), attempt.worker().id(), reason});
    lock.lock();
    try {
      if (!frame.wantsQueue()) {
        return;
      }
      if (!frame.isStruckOut()) {
        queue.addFirst(frame);
        changed.signalAll();
        return;
      }
    } finally {
      lock.unlock();
    }
    fail(
        frame,
        attempt.worker().id(),
        "%d workers failed on it; the last, %s: %s"
            .formatted(Frame.STRIKES, attempt.worker().id(), reason));
  }

  private void fail(Frame frame, String workerId, String reason) {
    if (frame.settle()) {
      failures.incrementAndGet();
      settled.failed(frame, workerId, reason);
    }
  }

  /**
   * Hands out nothing more and waits for what is out; frames that wait are done after a restart.
   */
  void onServerEnding(@Observes ServerEnding ending) {
    lock.lock();
    try {
      draining = true;
      long left = ending.left().toNanos();
      while (out.size() > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    LOG.log(Level.INFO, "{0} frames are still out at the end", out.size());
  }

  @PreDestroy
  void stop() {
    closing = true;
    loop.cancel(true);
    out.all().forEach(Attempt::interrupt);
  }
}
