package edgeai.coordinator.dispatch;

import edgeai.common.wire.Detection;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has a share of the frames done a second time, by a worker in other hands, and holds the two
 * against each other. What counts for the job is the first answer alone, and nobody can tell such a
 * frame from others. It takes places that are free, or the first to become so; a check that gets
 * none lapses. Thread-safe.
 */
@ApplicationScoped
public class SpotChecks {
  private static final double USUAL_THRESHOLD = 0.4;

  private static final Logger LOG = Logger.getLogger(SpotChecks.class.getName());

  private final Fleet fleet;
  private final SecondLook look;
  private final double share;
  private final double threshold;
  private final DoubleSupplier random;

  private final DispatchFigures figures;
  private final CheckQueue queue;

  @Inject
  public SpotChecks(
      Fleet fleet, SecondLook look, DispatchFigures figures, CoordinatorSettings settings) {
    // not to be foreseen by whoever is checked
    this(fleet, look, figures, settings, new SecureRandom()::nextDouble);
  }

  SpotChecks(
      Fleet fleet,
      SecondLook look,
      DispatchFigures figures,
      CoordinatorSettings settings,
      DoubleSupplier random) {
    this.fleet = fleet;
    this.look = look;
    this.figures = figures;
    this.share = settings.pool().spotCheckShare();
    this.threshold = settings.inference().confidence().orElse(USUAL_THRESHOLD);
    this.random = random;
    this.queue = new CheckQueue(figures);
  }

  /** For the container's proxy. */
  SpotChecks() {
    this.fleet = null;
    this.look = null;
    this.figures = null;
    this.share = 0;
    this.threshold = 0;
    this.random = null;
    this.queue = null;
  }

  /** A worker did a frame that went to it by itself: it may be done again. */
  public void consider(Frame frame, WorkerNode doer, List<Detection> found) {
    if (isChosen(doer)) {
      queue.add(check(frame, null, doer, found));
    }
  }

  /** A worker did a frame of a piece: it may be done again, when the job is over, too. */
  void consider(PiecePlan plan, Frame frame, WorkerNode doer, List<Detection> found) {
    if (!isChosen(doer)) {
      return;
    }
    try {
      queue.add(check(frame, SinglePiece.of(plan, frame), doer, found));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      // whoever gets the next piece of it meets that, too, and says so
      figures.checkLapsed();
    }
  }

  private boolean isChosen(WorkerNode doer) {
    return !doer.isLocal() && doer.trust().isToBeChecked(share, random.getAsDouble());
  }

  private static SpotCheck check(
      Frame frame, SinglePiece piece, WorkerNode doer, List<Detection> found) {
    return new SpotCheck(
        frame, piece, List.of(new SpotCheck.Opinion(doer, found)), InFlight.nowMs());
  }

  /**
   * Begins those for which there is a place. For the loop of the dispatcher of such work.
   *
   * @param idle whether no frame waits for the place
   */
  void begin(boolean ofPieces, boolean idle) {
    long now = InFlight.nowMs();
    giveUp(now);
    for (SpotCheck check : queue.due(ofPieces, idle, now)) {
      Optional<WorkerNode> worker = lease(check);
      worker.ifPresent(leased -> begin(check, leased));
    }
  }

  /** Whose worker says nothing; their places are free again. */
  private void giveUp(long now) {
    for (Map.Entry<SpotCheck, CheckQueue.Out> late : queue.late(now)) {
      late.getValue().call().cancel(true);
      ended(late.getKey(), late.getValue().worker(), Optional.empty());
    }
  }

  /** The coordinator's own worker where it serves: it is the one that is believed. */
  private Optional<WorkerNode> lease(SpotCheck check) {
    List<WorkerNode> able = fleet.serving(check::mayAsk);
    List<WorkerNode> own = able.stream().filter(WorkerNode::isLocal).toList();
    return (own.isEmpty() ? able : own)
        .stream().filter(worker -> look.leases(check, worker)).findFirst();
  }

  private void begin(SpotCheck check, WorkerNode worker) {
    if (!queue.goesOut(check, worker)) {
      look.release(check, worker);
      return;
    }
    try {
      queue.calls(check, worker, look.at(check, worker, found -> ended(check, worker, found)));
    } catch (RuntimeException | Error e) {
      ended(check, worker, Optional.empty());
      throw e;
    }
  }

  /** The worker answered, or will not: then there is nothing to compare. */
  private void ended(SpotCheck check, WorkerNode worker, Optional<List<Detection>> found) {
    if (!queue.comesBack(check)) {
      return;
    }
    look.release(check, worker);
    found.ifPresentOrElse(
        what -> judge(check.with(worker, what, InFlight.nowMs())), figures::checkLapsed);
  }

  private void judge(SpotCheck check) {
    double asked = check.frame().confidence().orElse(threshold);
    SpotVerdict verdict = SpotVerdict.on(check, asked);
    WorkerNode doer = check.doer();
    if (verdict.kind() == SpotVerdict.Kind.OPEN) {
      if (check.opinions().size() == 2 && !fleet.serving(check::mayAsk).isEmpty()) {
        queue.add(check);
        return;
      }
      figures.checkDisagreed();
      doer.trust().disagreed(verdict.evidence(), false);
    } else if (verdict.kind() == SpotVerdict.Kind.WRONG) {
      figures.checkDisagreed();
      verdict.wrong().trust().disagreed(verdict.evidence(), true);
      LOG.log(
          Level.WARNING, "worker {0} {1}", new Object[] {verdict.wrong().id(), verdict.evidence()});
    }
    if (verdict.kind() != SpotVerdict.Kind.OPEN && verdict.wrong() != doer) {
      figures.checkAgreed();
      doer.trust().agreed();
    }
  }
}
