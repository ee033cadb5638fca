package edgeai.coordinator.dispatch;

import java.util.Set;

/** What a worker says that does not begin with a piece, by its status alone. */
final class PieceRefusal {
  /** Answers that speak of the piece: the worker cannot do this video in pieces. */
  private static final Set<Integer> PIECE_AT_FAULT = Set.of(400, 413, 415, 422);

  private PieceRefusal() {}

  static WorkerAnswer of(int status) {
    String reason = AnswerReader.answered(status);
    if (PIECE_AT_FAULT.contains(status)) {
      return new WorkerAnswer.Declined(reason, false);
    }
    if (status == 503) {
      return new WorkerAnswer.Full(reason);
    }
    if (status == 409) {
      return new WorkerAnswer.Lacking(reason);
    }
    return status == 500
        ? new WorkerAnswer.Declined(reason, true)
        : new WorkerAnswer.Unserved(reason);
  }
}
