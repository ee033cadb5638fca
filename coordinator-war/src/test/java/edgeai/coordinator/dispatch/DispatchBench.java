package edgeai.coordinator.dispatch;

import edgeai.common.fixture.TestThreads;
import edgeai.common.guard.Failures;
import edgeai.common.wire.Detection;
import edgeai.coordinator.fleet.FleetChanged;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.settings.TestSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** A dispatcher outside the container, whose workers answer as a test says. */
final class DispatchBench implements AutoCloseable {
  final TestPool pool = new TestPool();
  final OpenFrames open = new OpenFrames();
  final Outcomes outcomes = new Outcomes(open);
  final DispatchFigures figures;
  final InFlight out;
  final Failures failures = new Failures();
  final Dispatcher dispatcher;
  private final TestThreads threads;

  DispatchBench(BlockingWorkers workers) {
    this(workers, new TestThreads());
  }

  DispatchBench(BlockingWorkers workers, TestThreads threads, String... settings) {
    this(workers, threads, Tripwire.NONE, settings);
  }

  /**
   * As the others.
   *
   * @param tripwire at the stages {@code clock}, {@code times}, {@code send}, {@code completed},
   *     {@code failed}
   */
  DispatchBench(
      BlockingWorkers workers, TestThreads threads, Tripwire tripwire, String... settings) {
    this.threads = threads;
    this.figures = new DispatchFigures(tripwire.times());
    this.out = new InFlight(tripwire.clock());
    this.outcomes.tripwire = tripwire;
    dispatcher =
        new Dispatcher(
            pool.fleet(),
            open,
            new Exchange(new Scripted(workers, threads.managed(), tripwire), null, failures),
            outcomes,
            figures,
            out,
            TestChecks.none(pool),
            TestSettings.with(settings),
            threads.managed(),
            failures);
    pool.events().observe(WorkerGone.class, dispatcher::onWorkerGone);
    pool.events().observe(FleetChanged.class, dispatcher::onFleetChanged);
    dispatcher.start("the application starts");
  }

  void submit(Frame frame) {
    try {
      dispatcher.submit(frame);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Frames that workers hold, as the fleet has it. */
  int heldByWorkers() {
    return pool.list().stream().mapToInt(worker -> worker.pendingFrames()).sum();
  }

  /** Time goes on, so that open circuits are probed, and the dispatcher looks again. */
  void passes(double seconds) {
    pool.passes(seconds);
    dispatcher.onFleetChanged(new FleetChanged());
  }

  @Override
  public void close() {
    dispatcher.stop("the end");
    threads.close();
  }

  /** What became of each frame. */
  static final class Outcomes implements SettledFrames {
    final Map<Long, List<String>> byFrame = new ConcurrentHashMap<>();
    final List<Long> order = new CopyOnWriteArrayList<>();
    private final OpenFrames open;

    /** Thrown instead of storing what completed. */
    volatile Error failing;

    volatile Tripwire tripwire = Tripwire.NONE;

    Outcomes(OpenFrames open) {
      this.open = open;
    }

    @Override
    public void completed(
        Frame frame, String workerId, String model, List<Detection> detections, double ms) {
      if (failing != null) {
        throw failing;
      }
      tripwire.at("completed");
      add(frame, "completed by " + workerId);
    }

    @Override
    public void failed(Frame frame, String workerId, String reason) {
      tripwire.at("failed");
      add(frame, "failed: " + reason);
    }

    private void add(Frame frame, String outcome) {
      order.add(frame.id());
      byFrame.computeIfAbsent(frame.id(), id -> new CopyOnWriteArrayList<>()).add(outcome);
      open.forget(frame.id());
    }

    String of(long frameId) {
      return String.join(" and ", byFrame.getOrDefault(frameId, List.of()));
    }
  }

  private static final class Scripted extends HttpTransport {
    private final BlockingWorkers workers;
    private final ExecutorService threads;

    private final Tripwire tripwire;

    Scripted(BlockingWorkers workers, ExecutorService threads, Tripwire tripwire) {
      this.workers = workers;
      this.threads = threads;
      this.tripwire = tripwire;
    }

    @Override
    public CompletableFuture<WorkerAnswer> send(Frame frame, WorkerNode worker) {
      tripwire.at("send");
      CompletableFuture<WorkerAnswer> answer = new CompletableFuture<>();
      Future<?> call = threads.submit(() -> answer(frame, worker, answer));
      answer.whenComplete(
          (any, failure) -> {
            if (answer.isCancelled()) {
              call.cancel(true);
            }
          });
      return answer;
    }

    private void answer(Frame frame, WorkerNode worker, CompletableFuture<WorkerAnswer> answer) {
      try {
        answer.complete(workers.send(frame, worker));
      } catch (InterruptedException | RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    }
  }

  /** Workers of a test, each of whose frames has a thread. */
  interface BlockingWorkers {
    WorkerAnswer send(Frame frame, WorkerNode worker) throws InterruptedException;
  }
}
