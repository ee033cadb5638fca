package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which frames of a piece that one worker has a second one should do as well; the first answer
 * counts, and a frame is at two workers at most.
 */
final class PieceHedge {
  /** Less is not worth a second decoding. */
  private static final double WORTH_MS = 300;

  private static final int MOST_COPIES = 2;

  private final PieceLeases leases;

  PieceHedge(PieceLeases leases) {
    this.leases = leases;
  }

  /** A piece, and which of its frames go to a second worker. */
  record Copy(PiecePlan plan, Stretch stretch) {}

  /** Frames that are given up for lost: a worker says nothing of any of its pieces for long. */
  Optional<Copy> lost(Collection<PieceLease> out, WorkerNode worker) {
    return first(out.stream().filter(leases::isLost), worker, PieceHedge::copyable);
  }

  /**
   * Frames for a worker that has nothing to do: the later half of what takes another longest, which
   * that one does not come to so soon.
   */
  Optional<Copy> slow(Collection<PieceLease> out, WorkerNode worker) {
    return first(out.stream(), worker, this::laterHalf);
  }

  private interface Rule {
    List<Frame> frames(PieceLease lease);
  }

  /** A piece, and how long its worker has still to do with it. */
  private record Ranked(PieceLease lease, double leftMs) {}

  private Optional<Copy> first(Stream<PieceLease> out, WorkerNode worker, Rule rule) {
    return out.filter(lease -> lease.worker() != worker && lease.plan().goesTo(worker))
        .map(lease -> new Ranked(lease, leftMs(lease)))
        .sorted(Comparator.comparingDouble(Ranked::leftMs).reversed())
        .map(ranked -> copy(ranked.lease(), rule.frames(ranked.lease())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Copy> copy(PieceLease lease, List<Frame> frames) {
    if (frames.isEmpty()) {
      return Optional.empty();
    }
    PieceVideo video = lease.plan().video();
    return Optional.of(
        new Copy(
            lease.plan(),
            new Stretch(
                video.still().first(video.segmentOf().applyAsInt(frames.get(0).index())),
                video.segmentOf().applyAsInt(frames.get(frames.size() - 1).index()),
                frames)));
  }

  private List<Frame> laterHalf(PieceLease lease) {
    List<Frame> frames = copyable(lease);
    return frames.isEmpty() || leftMs(lease) < WORTH_MS
        ? List.of()
        : frames.subList(frames.size() / 2, frames.size());
  }

  private static List<Frame> copyable(PieceLease lease) {
    return lease.unsettled().stream()
        .filter(frame -> !frame.isCancelled() && frame.copiesOut() < MOST_COPIES)
        .toList();
  }

  /** Until the worker is done with the piece, as far as can be told; since when it says nothing. */
  private double leftMs(PieceLease lease) {
    double pace = lease.plan().workers().paceMs(lease.worker());
    return pace > 0
        ? Math.max(
            pace * lease.unsettled().size(),
            leases.silentMs(lease.worker()) - PieceLeases.LOST * pace)
        : leases.silentMs(lease.worker());
  }
}
