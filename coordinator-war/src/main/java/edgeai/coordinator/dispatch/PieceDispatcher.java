package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.common.process.ServerEnding;
import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.FleetChanged;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attention;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;

/**
 * Brings the plans of jobs and the free places of workers for pieces together: beside {@link
 * Dispatcher}, which does so for single frames. One loop decides; each piece has a thread while it
 * is at its worker.
 */
@ApplicationScoped
public class PieceDispatcher {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Fleet fleet;
  private final OpenFrames open;
  private final PieceLeases leases;
  private final ExecutorService executor;
  private final Failures failures;
  private final PiecePlans plans = new PiecePlans();
  private final Bell bell = new Bell();
  private final PieceBooks books;
  private final PieceWatch watch;
  private final NextPiece next;
  private final PieceCalls calls;
  private final SpotChecks checks;
  private final DispatchLoop loop;

  private volatile boolean draining;

  @Inject
  PieceDispatcher(
      Fleet fleet,
      OpenFrames open,
      PieceExchange exchange,
      SettledFrames settled,
      DispatchFigures figures,
      PieceLeases leases,
      Attention attention,
      SpotChecks checks,
      CoordinatorSettings settings,
      Clock clock,
      @Named("pieces") ExecutorService executor,
      Failures failures) {
    this.fleet = fleet;
    this.open = open;
    this.leases = leases;
    this.executor = executor;
    this.failures = failures;
    this.books =
        new PieceBooks(leases, new Settlement(settled, figures, failures), figures, checks, clock);
    this.checks = checks;
    this.watch = new PieceWatch(leases, books, settings.pool().frameTimeout());
    this.next = new NextPiece(fleet, open, leases, plans, figures);
    this.calls = new PieceCalls(exchange, leases, books, attention, executor, failures, bell);
    this.loop = new DispatchLoop("piece dispatcher", failures, this::step, this::rest);
  }

  /** For the container's proxy. */
  PieceDispatcher() {
    this.fleet = null;
    this.open = null;
    this.leases = null;
    this.executor = null;
    this.failures = null;
    this.books = null;
    this.watch = null;
    this.checks = null;
    this.next = null;
    this.calls = null;
    this.loop = null;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    loop.start(executor);
  }

  /** Its frames go to workers from now on. */
  public void begin(PiecePlan plan) {
    plan.source().goesByPieces(worker -> plan.hasPieces() && plan.goesTo(worker));
    plans.add(plan);
    bell.ring();
  }

  /**
   * Waits for frames of a plan that are to be decoded here; empty once nothing is left to do but
   * for frames that were given to {@link Dispatcher}.
   *
   * @param most frames for workers that do no pieces
   */
  public Optional<LoneStretch> awaitAlone(PiecePlan plan, int most) throws InterruptedException {
    return plan.awaitAlone(most, open::add).map(stretch -> new LoneStretch(plan, stretch, books));
  }

  /** The job's plan is done, or given up; what was begun of it and is with nobody is not taken. */
  public void end(PiecePlan plan) {
    List<Frame> dropped = plan.drop();
    plan.cancel();
    plans.remove(plan);
    giveUp(plan.source().jobId(), "the job has ended");
    dropped.forEach(frame -> open.forget(frame.id()));
    plan.source().progress().untaken(dropped.size());
  }

  /** Gives no frame of a job to anybody any more; those who have some are told no more of it. */
  public void cancel(String jobId, String reason) {
    plans.ofJob(jobId).ifPresent(PiecePlan::cancel);
    giveUp(jobId, reason);
  }

  private void giveUp(String jobId, String reason) {
    each(
        lease -> lease.jobId().equals(jobId),
        lease -> books.released(lease, FrameAttempt.CANCELLED, reason));
  }

  /** Frames that wait for a worker, as {@link Dispatcher#pending} counts those of other jobs. */
  public int pending() {
    return plans.inTurn().stream().mapToInt(PiecePlan::pending).sum();
  }

  void onFleetChanged(@Observes FleetChanged event) {
    bell.ring();
  }

  /** What a vanished or silent worker owes goes elsewhere at once. */
  void onWorkerGone(@Observes WorkerGone event) {
    each(lease -> lease.worker() == event.node(), lease -> books.gone(lease, event.reason()));
    if (event.node().isGone()) {
      plans.inTurn().forEach(plan -> plan.workers().forget(event.node()));
    }
  }

  private void each(Predicate<PieceLease> meant, Predicate<PieceLease> givenUp) {
    for (PieceLease lease : List.copyOf(leases.all())) {
      failures.guard(
          "piece",
          () -> {
            if (meant.test(lease) && givenUp.test(lease)) {
              lease.interrupt();
            }
          });
    }
    bell.ring();
  }

  private void step() throws InterruptedException {
    if (!draining) {
      checks.begin(true, plans.inTurn().stream().noneMatch(PiecePlan::hasPieces));
    }
    if (!watch.look() && (draining || !beginNext())) {
      tend();
      rest();
    }
  }

  private void rest() throws InterruptedException {
    bell.await(LOOK_AGAIN);
  }

  private boolean beginNext() {
    Optional<NextPiece.Choice> choice = next.choose();
    choice.ifPresent(any -> calls.begin(any, next.framesPerSecond(any.plan())));
    return choice.isPresent();
  }

  /** What goes by itself, and who wants it. */
  private void tend() {
    List<WorkerNode> serving = fleet.serving(WorkerNode::takesPieces);
    for (PiecePlan plan : plans.inTurn()) {
      List<WorkerNode> able = serving.stream().filter(plan::goesTo).toList();
      plan.workers().areServing(able);
      if (!able.isEmpty()) {
        plan.setApart(frame -> able.stream().allMatch(frame::isSpoiltBy));
      }
      plan.feed(
          !(plan.isForPiecesOnly() && !able.isEmpty())
              && !fleet.serving(worker -> plan.isFor(worker) && !plan.goesTo(worker)).isEmpty());
    }
  }

  /** Hands out nothing more and waits for what is out; the rest is done after a restart. */
  void onServerEnding(@Observes ServerEnding ending) {
    draining = true;
    try {
      bell.await(() -> leases.size() == 0, ending.left());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Before any bean is destroyed: the end of the executor first would look like a failure. */
  void stop(
      @Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    loop.stop();
    leases.all().forEach(PieceLease::interrupt);
  }
}
