package edgeai.coordinator.dispatch;

import edgeai.common.wire.Detection;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import java.util.List;
import java.util.stream.Stream;

/**
 * A frame that a worker did and that others do as well, to compare.
 *
 * @param frame whose pixels are known, unless there is a piece
 * @param piece that it is decoded from, null for a frame that went by itself
 * @param opinions what was found in it and by whom, the worker that is checked first
 * @param sinceMs by a clock that only goes forward
 */
record SpotCheck(Frame frame, SinglePiece piece, List<Opinion> opinions, long sinceMs) {
  /** What a worker found. */
  record Opinion(WorkerNode worker, List<Detection> found) {}

  /** The worker that is checked. */
  WorkerNode doer() {
    return opinions.get(0).worker();
  }

  boolean isOfPiece() {
    return piece != null;
  }

  /**
   * Whether a worker may do it as well: one in other hands than those that did, which answers with
   * what it found. One that posts its results would have them counted.
   */
  boolean mayAsk(WorkerNode worker) {
    boolean inOtherHands =
        opinions.stream().noneMatch(opinion -> opinion.worker().isOf(worker.owner()));
    return inOtherHands && (isOfPiece() ? piece.plan().goesTo(worker) : answersFor(worker));
  }

  private boolean answersFor(WorkerNode worker) {
    return (worker.isLocal() || worker.registration().acceptsJpeg())
        && frame.source().suits(worker);
  }

  /** One more did it. */
  SpotCheck with(WorkerNode worker, List<Detection> found, long nowMs) {
    Stream<Opinion> all = Stream.concat(opinions.stream(), Stream.of(new Opinion(worker, found)));
    return new SpotCheck(frame, piece, all.toList(), nowMs);
  }
}
