package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The pieces that are at workers. Thread-safe. */
@ApplicationScoped
public class PieceLeases {
  /** So many times what a frame usually takes a worker. */
  static final double LOST = 8;

  private static final double LOST_LEAST_MS = 5_000;

  private final Set<PieceLease> out = ConcurrentHashMap.newKeySet();
  private final Map<WorkerNode, Long> heard = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  public PieceLeases() {
    this(System::nanoTime);
  }

  /**
   * By another clock.
   *
   * @param nanos that only go forward
   */
  PieceLeases(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void add(PieceLease lease) {
    if (at(lease.worker()).isEmpty()) {
      heard(lease.worker());
    }
    out.add(lease);
  }

  void remove(PieceLease lease) {
    out.remove(lease);
    if (at(lease.worker()).isEmpty()) {
      heard.remove(lease.worker());
    }
  }

  /** A worker said something about one of its pieces. */
  void heard(WorkerNode worker) {
    heard.put(worker, nanos.getAsLong());
  }

  Collection<PieceLease> all() {
    return Collections.unmodifiableSet(out);
  }

  List<PieceLease> at(WorkerNode worker) {
    return out.stream().filter(lease -> lease.worker() == worker).toList();
  }

  /** How long a worker has said nothing about any of its pieces since it got the first. */
  long silentNanos(WorkerNode worker) {
    long now = nanos.getAsLong();
    return now - heard.getOrDefault(worker, now);
  }

  /** As {@link #silentNanos}. */
  double silentMs(WorkerNode worker) {
    return silentNanos(worker) / 1e6;
  }

  /**
   * Whether the frames of a piece are better done by others too, since its worker says nothing of
   * any. Never of one whose pace is unknown: its first frame loads its model.
   */
  boolean isLost(PieceLease lease) {
    double pace = lease.plan().workers().paceMs(lease.worker());
    return pace > 0 && silentMs(lease.worker()) > Math.max(LOST_LEAST_MS, LOST * pace);
  }

  /** Pieces that workers have. */
  public int size() {
    return out.size();
  }

  /** Frames of them that are not answered. */
  public int frames() {
    return out.stream().mapToInt(lease -> lease.open().size()).sum();
  }

  /** Those of a worker. */
  public int frames(WorkerNode worker) {
    return at(worker).stream().mapToInt(lease -> lease.open().size()).sum();
  }

  /** The worker with a piece of a job that has been silent for the longest time. */
  public Optional<InFlight.Held> longestSilent(String jobId) {
    return out.stream()
        .filter(lease -> lease.jobId().equals(jobId) && !lease.unsettled().isEmpty())
        .map(PieceLease::worker)
        .distinct()
        .map(worker -> new InFlight.Held(worker, Duration.ofNanos(silentNanos(worker))))
        .max(Comparator.comparing(InFlight.Held::time));
  }
}
