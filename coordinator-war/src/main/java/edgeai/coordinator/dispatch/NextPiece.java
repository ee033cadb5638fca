package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.OpenFrames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Chooses which frames go to a worker next, as a piece: what is given up for lost, else what the
 * plans of jobs have, in turn, else what takes another worker long. For the loop of {@link
 * PieceDispatcher}.
 */
final class NextPiece {
  private final Fleet fleet;
  private final OpenFrames open;
  private final PieceLeases leases;
  private final PiecePlans plans;
  private final PieceHedge hedge;
  private final DispatchFigures figures;

  NextPiece(
      Fleet fleet, OpenFrames open, PieceLeases leases, PiecePlans plans, DispatchFigures figures) {
    this.fleet = fleet;
    this.open = open;
    this.leases = leases;
    this.plans = plans;
    this.hedge = new PieceHedge(leases);
    this.figures = figures;
  }

  /** Frames of a plan and the worker whose place is leased for them. */
  record Choice(PiecePlan plan, WorkerNode worker, Stretch stretch) {}

  Optional<Choice> choose() {
    if (leases.size() >= PieceClient.CALLS) {
      return Optional.empty();
    }
    List<WorkerNode> serving = fleet.serving(WorkerNode::takesPieces);
    return serving.stream()
        .filter(worker -> worker.pieces().hasRoom())
        .sorted(
            Comparator.comparingInt((WorkerNode worker) -> worker.pieces().held())
                .thenComparing(WorkerNode::id))
        .map(worker -> choose(worker, serving))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Choice> choose(WorkerNode worker, List<WorkerNode> serving) {
    return hedged(worker, hedge.lost(leases.all(), worker))
        .or(() -> planned(worker, serving))
        .or(
            () ->
                worker.pieces().held() > 0
                    ? Optional.empty()
                    : hedged(worker, hedge.slow(leases.all(), worker)));
  }

  private Optional<Choice> hedged(WorkerNode worker, Optional<PieceHedge.Copy> copy) {
    if (copy.isEmpty() || !worker.pieces().tryLease()) {
      return Optional.empty();
    }
    PiecePlan plan = copy.get().plan();
    if (!plan.shares()) {
      worker.pieces().released();
      return Optional.empty();
    }
    copy.get().stretch().frames().forEach(frame -> figures.hedged());
    return Optional.of(new Choice(plan, worker, copy.get().stretch()));
  }

  private Optional<Choice> planned(WorkerNode worker, List<WorkerNode> serving) {
    for (PiecePlan plan : plans.inTurn()) {
      if (plan.hasPieces() && plan.goesTo(worker) && worker.pieces().tryLease()) {
        Optional<Stretch> stretch = takeOrRelease(plan, worker, serving);
        if (stretch.isPresent()) {
          plans.hadItsTurn(plan);
          return Optional.of(new Choice(plan, worker, stretch.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Without frames its place is free again. */
  private Optional<Stretch> takeOrRelease(
      PiecePlan plan, WorkerNode worker, List<WorkerNode> serving) {
    Optional<Stretch> stretch = Optional.empty();
    try {
      stretch = take(plan, worker, serving);
    } finally {
      if (stretch.isEmpty()) {
        worker.pieces().released();
      }
    }
    return stretch;
  }

  private Optional<Stretch> take(PiecePlan plan, WorkerNode worker, List<WorkerNode> serving) {
    long sharing = serving.stream().filter(plan::goesTo).count();
    PieceSize size = size(plan, worker, serving, sharing);
    if (sharing == 1) {
      size = size.alone();
    }
    Optional<Stretch> stretch = plan.take(size, frame -> !frame.isSpoiltBy(worker), open::add);
    stretch.ifPresent(taken -> taken.frames().forEach(figures::leavesPlan));
    return stretch;
  }

  private static PieceSize size(
      PiecePlan plan, WorkerNode worker, List<WorkerNode> serving, long sharing) {
    double paceMs = plan.workers().paceMs(worker);
    return paceMs > 0
        ? PieceSize.of(paceMs, worker.pieces().places(), leftMs(plan, serving))
        : PieceSize.first(plan.source().progress().left() / Math.max(1, sharing));
  }

  /** Until a job is over, if all who do pieces do its own. */
  private static double leftMs(PiecePlan plan, List<WorkerNode> serving) {
    double perMs = framesPerMs(serving, plan::goesTo, plan.workers()::paceMs);
    return perMs == 0 ? 0 : plan.source().progress().left() / perMs;
  }

  /** A worker whose pace is unknown counts as quick as the quickest. */
  private static double framesPerMs(
      List<WorkerNode> serving, Predicate<WorkerNode> meant, ToDoubleFunction<WorkerNode> pace) {
    List<Double> paces =
        serving.stream().filter(meant).map(node -> pace.applyAsDouble(node)).toList();
    double quickest = paces.stream().filter(ms -> ms > 0).min(Double::compare).orElse(0.0);
    return quickest == 0 ? 0 : paces.stream().mapToDouble(ms -> 1 / (ms > 0 ? ms : quickest)).sum();
  }

  /** Frames that all workers of a plan do in a second together; 0 where not known. */
  double framesPerSecond(PiecePlan plan) {
    return 1_000
        * framesPerMs(fleet.serving(WorkerNode::takesPieces), plan::goesTo, plan.workers()::paceMs);
  }
}
