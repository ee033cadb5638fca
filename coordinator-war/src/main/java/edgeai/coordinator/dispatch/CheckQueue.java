package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * The frames that wait to be done a second time, and those that are: few of both, and none for
 * long. Thread-safe.
 */
final class CheckQueue {
  /** Frames that wait to be done again, and those that are, at the same time. */
  static final int WAITING = 16;

  static final int OUT = 2;

  /** As long as frames wait, they go first; then this one does. */
  static final long YIELDING_MS = 500;

  /** What a check may wait for its worker, and then for the answer. */
  static final long PATIENCE_MS = 60_000;

  /** Of one whose call is about to begin. */
  private static final Future<?> COMING = new CompletableFuture<>();

  private final DispatchFigures figures;
  private final Set<SpotCheck> waiting = new LinkedHashSet<>();
  private final Map<SpotCheck, Out> out = new HashMap<>();

  /** One that is being done again. */
  record Out(WorkerNode worker, long sinceMs, Future<?> call) {}

  /**
   * @param figures told of checks that lapse
   */
  CheckQueue(DispatchFigures figures) {
    this.figures = figures;
  }

  synchronized void add(SpotCheck check) {
    if (waiting.size() < WAITING) {
      waiting.add(check);
    } else {
      figures.checkLapsed();
    }
  }

  /**
   * Those whose turn it is; what waited for too long is none any more.
   *
   * @param idle whether no frame waits for the place
   */
  synchronized List<SpotCheck> due(boolean ofPieces, boolean idle, long now) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    waiting.removeIf(check -> isOver(check, now));
    return out.size() >= OUT
        ? List.of()
        : waiting.stream()
            .filter(check -> check.isOfPiece() == ofPieces)
            .filter(check -> idle || now - check.sinceMs() > YIELDING_MS)
            .limit(OUT - out.size())
            .toList();
  }

  private boolean isOver(SpotCheck check, long now) {
    boolean over = now - check.sinceMs() > PATIENCE_MS;
    if (over) {
      figures.checkLapsed();
    }
    return over;
  }

  /** Those whose worker says nothing. */
  synchronized List<Map.Entry<SpotCheck, Out>> late(long now) {
    return out.entrySet().stream()
        .filter(each -> now - each.getValue().sinceMs() > PATIENCE_MS)
        .map(each -> Map.entry(each.getKey(), each.getValue()))
        .toList();
  }

  /** A worker is about to do it again; false where it waits no more. */
  synchronized boolean goesOut(SpotCheck check, WorkerNode worker) {
    boolean waited = waiting.remove(check);
    if (waited) {
      out.put(check, new Out(worker, InFlight.nowMs(), COMING));
    }
    return waited;
  }

  /** The call by which it is done. */
  synchronized void calls(SpotCheck check, WorkerNode worker, Future<?> call) {
    out.computeIfPresent(check, (any, before) -> new Out(worker, before.sinceMs(), call));
  }

  /** True for the first who says that it is over. */
  synchronized boolean comesBack(SpotCheck check) {
    return out.remove(check) != null;
  }
}
