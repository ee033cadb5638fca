package edgeai.coordinator.dispatch;

import edgeai.common.piece.Piece;
import edgeai.common.wire.PieceLine;
import java.util.function.Consumer;

/** How a piece reaches a worker and its lines come back; blocks until the last. */
interface PieceTransport {
  /**
   * @param lines told of each frame, as soon as its line is there
   * @return {@link WorkerAnswer.Delivered} where the worker says that it is done
   */
  WorkerAnswer send(PieceLease lease, Piece piece, Consumer<PieceLine> lines)
      throws InterruptedException;
}
