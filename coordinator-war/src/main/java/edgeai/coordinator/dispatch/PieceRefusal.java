package edgeai.coordinator.dispatch;

import edgeai.common.error.Refusal;
import edgeai.common.http.JsonInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a worker says that does not begin with a piece. */
final class PieceRefusal {
  /** Answers that speak of the piece: the worker cannot do this video in pieces. */
  private static final Set<Integer> PIECE_AT_FAULT = Set.of(400, 413, 415, 422);

  private static final int MAX_BYTES = 1 << 16;
  private static final int MAX_REASON = 200;

  private PieceRefusal() {}

  static WorkerAnswer read(int status, InputStream body) throws IOException {
    String reason = reason(status, body.readNBytes(MAX_BYTES));
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

  private static String reason(int status, byte[] body) {
    try {
      JsonInput in = JsonInput.parse(new ByteArrayInputStream(body), MAX_BYTES).leniently();
      return cut("answered %d: %s".formatted(status, in.text("detail")));
    } catch (Refusal e) {
      String text = new String(body, StandardCharsets.UTF_8).strip();
      return cut("answered %d %s".formatted(status, text));
    }
  }

  private static String cut(String reason) {
    return reason.substring(0, Math.min(MAX_REASON, reason.length()));
  }
}
