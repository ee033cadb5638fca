package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.FramePlaces;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameSource;
import edgeai.settings.Tiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses what goes to a worker next: a frame that is given up for lost, else one that waits, else
 * one that is out for too long (see {@link Hedging}). For the dispatcher's loop.
 */
final class NextAttempt {
  private final Fleet fleet;
  private final FramePlaces places;
  private final WaitingFrames waiting;
  private final InFlight out;
  private final DispatchFigures figures;
  private final HedgeSearch hedging;

  NextAttempt(Fleet fleet, WaitingFrames waiting, InFlight out, DispatchFigures figures) {
    this.fleet = fleet;
    this.places = new FramePlaces(fleet);
    this.waiting = waiting;
    this.out = out;
    this.figures = figures;
    this.hedging = new HedgeSearch(fleet);
  }

  /** Begins it, with a leased place; empty where there is none to begin. */
  Optional<Attempt> begin() {
    long now = InFlight.nowMs();
    if (!hedging.isDue(now)) {
      return fromQueue();
    }
    return hedging
        .lost(out.all(), now)
        .map(this::hedged)
        .or(this::fromQueue)
        .or(
            () ->
                waiting.size() > 0
                    ? Optional.empty()
                    : hedging.slow(out.all(), now).map(this::hedged));
  }

  private Optional<Attempt> fromQueue() {
    Map<Wish, Optional<WorkerNode>> leases = new LinkedHashMap<>();
    return waiting
        .take(frame -> leases.computeIfAbsent(Wish.of(frame), this::lease).isPresent())
        .map(frame -> begin(frame, leases.get(Wish.of(frame)).orElseThrow()));
  }

  /** Neither the frame nor the place may be forgotten. */
  private Attempt begin(Frame frame, WorkerNode worker) {
    try {
      figures.leavesQueue(frame);
      return out.begin(frame, worker);
    } catch (RuntimeException | Error e) {
      worker.released();
      waiting.putBack(frame);
      throw e;
    }
  }

  private Optional<WorkerNode> lease(Wish wish) {
    Predicate<WorkerNode> news = worker -> !wish.heard().contains(worker.owner());
    boolean waits = !wish.heard().isEmpty() && !fleet.serving(wish::isFor).stream().noneMatch(news);
    return places.lease(
        wish.avoid(), worker -> wish.isFor(worker) && (!waits || news.test(worker)));
  }

  /**
   * What a frame wants of its worker.
   *
   * @param model by which it is done
   * @param tiles into which it is cut
   * @param avoid those that had it
   * @param heard owners whose workers have said enough about it
   * @param forAgents its job, where it was decoded for workers that have no pieces of it to do;
   *     null for a frame that any may have
   */
  private record Wish(
      String model, Tiles tiles, Set<String> avoid, Set<Owner> heard, FrameSource forAgents) {
    static Wish of(Frame frame) {
      return new Wish(
          frame.source().model(),
          frame.tiles(),
          Set.copyOf(frame.triedBy()),
          FrameFault.heard(frame),
          frame.attempts() == 0 ? frame.source() : null);
    }

    /** Whether a worker can do it, and is meant. */
    boolean isFor(WorkerNode worker) {
      return worker.has(model)
          && (tiles.isWhole() || worker.cutsTiles())
          && (forAgents == null || !forAgents.hasPiecesFor(worker));
    }
  }

  private Attempt hedged(HedgeSearch.Second second) {
    try {
      figures.hedged();
      return out.begin(second.frame(), second.worker());
    } catch (RuntimeException | Error e) {
      second.worker().released();
      throw e;
    }
  }
}
