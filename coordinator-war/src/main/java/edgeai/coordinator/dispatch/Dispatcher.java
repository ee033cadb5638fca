package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.FleetChanged;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.fleet.WorkerNode;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings waiting frames and free places together. One loop decides; each attempt runs on a thread
 * of the dispatch executor. What a worker does wrong costs the worker and the frame goes elsewhere.
 */
@ApplicationScoped
public class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());

  /** How long the loop sleeps at most: a circuit's pause ends without anybody saying so. */
  private static final long LOOK_AGAIN_MS = 200;

  @Inject private Fleet fleet;
  @Inject private HttpTransport network;
  @Inject private LocalTransport local;
  @Inject private Settled settled;

  @Resource(lookup = "java:app/concurrent/dispatch")
  private ManagedExecutorService executor;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final FrameQueue queue = new FrameQueue();
  private final Map<Long, Frame> open = new ConcurrentHashMap<>();
  private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  private volatile boolean closing;
  private Future<?> loop;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
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
        .sorted(java.util.Comparator.comparingLong(Frame::id))
        .toList();
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
    for (Frame frame : openFrames(jobId)) {
      frame.cancel();
      fail(frame, "", reason);
    }
    for (Attempt attempt : attempts) {
      if (attempt.frame().jobId().equals(jobId) && attempt.end()) {
        attempts.remove(attempt);
        attempt.worker().released();
        attempt.interrupt();
      }
    }
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
    return attempts.size();
  }

  /** Attempts beyond a frame's first. */
  public long retries() {
    return retries.get();
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
    for (Attempt attempt : attempts) {
      if (attempt.worker() == event.node() && attempt.end()) {
        attempts.remove(attempt);
        attempt.worker().failed(event.reason());
        attempt.frame().diedOn(attempt.worker());
        attempt.interrupt();
        retry(attempt, event.reason());
      }
    }
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
          attempts.add(attempt);
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
      Map<Set<String>, Optional<WorkerNode>> leases = new LinkedHashMap<>();
      Optional<Frame> frame =
          attempts.size() >= WorkerClient.CALLS
              ? Optional.empty()
              : queue.take(
                  waiting ->
                      leases
                          .computeIfAbsent(Set.copyOf(waiting.triedBy()), fleet::lease)
                          .isPresent());
      if (frame.isEmpty()) {
        changed.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        return null;
      }
      changed.signalAll();
      WorkerNode worker = leases.get(Set.copyOf(frame.get().triedBy())).orElseThrow();
      if (frame.get().attempts() > 0) {
        retries.incrementAndGet();
      }
      return frame.get().begin(worker, System.nanoTime() / 1_000_000);
    } finally {
      lock.unlock();
    }
  }

  private void perform(Attempt attempt) {
    if (attempt.frame().isSettled() && attempt.end()) {
      attempts.remove(attempt);
      attempt.worker().released();
      wake();
      return;
    }
    Answer answer;
    try {
      FrameTransport transport = attempt.worker().isLocal() ? local : network;
      answer = transport.send(attempt.frame(), attempt.worker());
    } catch (InterruptedException e) {
      answer = new Answer.Unserved("the call was ended");
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "sending a frame failed unforeseen", e);
      answer = new Answer.Unserved("sending failed: " + e);
    }
    if (attempt.end()) {
      attempts.remove(attempt);
      conclude(attempt, answer);
    }
    wake();
  }

  private void conclude(Attempt attempt, Answer answer) {
    double latencyMs = System.nanoTime() / 1e6 - attempt.startedAtMs();
    Verdict verdict = Verdict.on(attempt.frame(), attempt.worker(), answer, latencyMs);
    if (verdict instanceof Verdict.Done done) {
      complete(attempt.frame(), attempt.worker(), done.detected());
    } else if (verdict instanceof Verdict.TryAgain again) {
      retry(attempt, again.reason());
    }
  }

  private void complete(Frame frame, WorkerNode worker, Answer.Detected detected) {
    if (frame.settle()) {
      settled.completed(
          frame,
          worker.id(),
          Settled.modelOf(worker),
          detected.detections(),
          detected.processingTimeMs());
    }
  }

  private void retry(Attempt attempt, String reason) {
    Frame frame = attempt.frame();
    LOG.log(
        Level.FINE,
        "frame {0} on worker {1}: {2}",
        new Object[] {Long.toString(frame.id()), attempt.worker().id(), reason});
    if (frame.isSettled()) {
      return;
    }
    if (frame.isStruckOut()) {
      fail(
          frame,
          attempt.worker().id(),
          "%d workers failed on it; the last, %s: %s"
              .formatted(Frame.STRIKES, attempt.worker().id(), reason));
      return;
    }
    lock.lock();
    try {
      if (!frame.isCancelled()) {
        queue.addFirst(frame);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void fail(Frame frame, String workerId, String reason) {
    if (frame.settle()) {
      failures.incrementAndGet();
      settled.failed(frame, workerId, reason);
    }
  }

  @PreDestroy
  void stop() {
    closing = true;
    loop.cancel(true);
    attempts.forEach(Attempt::interrupt);
  }
}
