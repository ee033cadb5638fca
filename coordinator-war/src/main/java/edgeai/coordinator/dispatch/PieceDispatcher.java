package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.common.piece.Piece;
import edgeai.common.piece.WantedFrame;
import edgeai.common.process.ServerEnding;
import edgeai.common.wire.FrameAttempt;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.FleetChanged;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
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
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
  private final PieceExchange exchange;
  private final PieceLeases leases;
  private final Attention attention;
  private final ExecutorService executor;
  private final Failures failures;
  private final PiecePlans plans = new PiecePlans();
  private final Bell bell = new Bell();
  private final PieceBooks books;
  private final PieceWatch watch;
  private final NextPiece next;

  private volatile boolean closing;
  private volatile boolean draining;
  private Future<?> loop;

  @Inject
  PieceDispatcher(
      Fleet fleet,
      OpenFrames open,
      PieceExchange exchange,
      SettledFrames settled,
      DispatchFigures figures,
      PieceLeases leases,
      Attention attention,
      CoordinatorSettings settings,
      Clock clock,
      @Named("pieces") ExecutorService executor,
      Failures failures) {
    this.fleet = fleet;
    this.open = open;
    this.exchange = exchange;
    this.leases = leases;
    this.attention = attention;
    this.executor = executor;
    this.failures = failures;
    this.books = new PieceBooks(leases, settled, figures, clock);
    this.watch = new PieceWatch(leases, books, settings.pool().frameTimeout());
    this.next = new NextPiece(fleet, open, leases, plans, figures);
  }

  /** For the container's proxy. */
  PieceDispatcher() {
    this.fleet = null;
    this.open = null;
    this.exchange = null;
    this.leases = null;
    this.attention = null;
    this.executor = null;
    this.failures = null;
    this.books = null;
    this.watch = null;
    this.next = null;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    loop = executor.submit(this::run);
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
  public Optional<Alone> awaitAlone(PiecePlan plan, int most) throws InterruptedException {
    return plan.awaitAlone(most, open::add).map(stretch -> new Alone(plan, stretch));
  }

  /** Frames that are decoded here; whoever has them closes it when they are with dispatch. */
  public final class Alone implements AutoCloseable {
    private final PiecePlan plan;
    private final Stretch stretch;

    private Alone(PiecePlan plan, Stretch stretch) {
      this.plan = plan;
      this.stretch = stretch;
    }

    /** As they are shown. */
    public List<Frame> frames() {
      return stretch.frames();
    }

    /** It cannot be decoded here either. */
    public void fail(Frame frame, String reason) {
      books.fail(frame, reason);
    }

    @Override
    public void close() {
      plan.ended();
    }
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
      if (meant.test(lease) && givenUp.test(lease)) {
        lease.interrupt();
      }
    }
    bell.ring();
  }

  private void run() {
    while (!closing) {
      try {
        if (!watch.look() && (draining || !beginNext())) {
          tend();
          bell.await(LOOK_AGAIN);
        }
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException | Error e) {
        failures.note("piece dispatcher", e);
        rest();
      }
    }
  }

  /** What failed just now would fail at once again. */
  private void rest() {
    try {
      bell.await(LOOK_AGAIN);
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  private boolean beginNext() {
    Optional<NextPiece.Choice> choice = next.choose();
    choice.ifPresent(this::begin);
    return choice.isPresent();
  }

  /** What goes by itself, and who wants it. */
  private void tend() {
    List<WorkerNode> serving = fleet.serving(WorkerNode::takesPieces);
    for (PiecePlan plan : plans.inTurn()) {
      List<WorkerNode> able = serving.stream().filter(plan::goesTo).toList();
      if (!able.isEmpty()) {
        plan.setApart(frame -> able.stream().allMatch(frame::isSpoiltBy));
      }
      plan.feed(!fleet.serving(worker -> !plan.goesTo(worker)).isEmpty());
    }
  }

  private void begin(NextPiece.Choice choice) {
    PiecePlan plan = choice.plan();
    WorkerNode worker = choice.worker();
    if (leases.at(worker).isEmpty()) {
      plan.workers().beginsAfterPause(worker);
    }
    List<Attempt> attempts = books.begin(choice.stretch().frames(), worker);
    PieceLease lease =
        new PieceLease(plan, worker, choice.stretch(), wanted(plan, choice.stretch()), attempts);
    leases.add(lease);
    try {
      lease.calls(executor.submit(() -> failures.guard("piece", () -> perform(lease))));
    } catch (RuntimeException | Error e) {
      books.released(lease, FrameAttempt.FAILED, "there was no thread for the call");
      throw e;
    }
  }

  private List<WantedFrame> wanted(PiecePlan plan, Stretch stretch) {
    PictureChoice pictures = PictureChoice.of(attention.isPaid(), next.framesPerSecond(plan));
    return stretch.frames().stream()
        .map(frame -> new WantedFrame(frame.id(), frame.index(), pictures.wants(frame.id())))
        .toList();
  }

  private void perform(PieceLease lease) {
    try {
      Piece piece = cut(lease);
      books.ended(lease, exchange.of(lease, piece, line -> books.line(lease, line)));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      // the file is at fault: by frames it is seen what can be read of it
      books.uncut(lease, "the piece could not be cut: " + e.getMessage());
    }
    bell.ring();
  }

  private static Piece cut(PieceLease lease) {
    Stretch stretch = lease.stretch();
    return lease
        .plan()
        .video()
        .cutter()
        .cut(
            stretch.firstSegment(),
            stretch.lastSegment(),
            lease.wanted(),
            lease.plan().source().rules().confidence().orElse(Double.NaN));
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
    closing = true;
    loop.cancel(true);
    leases.all().forEach(PieceLease::interrupt);
  }
}
