package edgeai.coordinator.fleet;

import java.time.Clock;
import java.time.Instant;

/**
 * How a worker's answers went, and what that costs it: its circuit and its last error. Its {@link
 * WorkerStanding} guards it.
 */
final class Conduct {
  private final Circuit circuit;
  private final Clock clock;

  private String lastError;
  private Instant lastErrorAt;
  private boolean answered;

  Conduct(String workerId, Clock clock) {
    this.circuit = new Circuit(workerId, clock);
    this.clock = clock;
  }

  Circuit circuit() {
    return circuit;
  }

  /** It did a frame. */
  void succeeded() {
    answered = true;
    circuit.succeeded();
    lastError = null;
    lastErrorAt = null;
  }

  /** It answered, though with no result: not as it should, nor to be held against it yet. */
  void declined() {
    answered = true;
    circuit.release();
  }

  void failed(String reason) {
    circuit.failed(reason);
    lastError = reason;
    lastErrorAt = clock.instant();
  }

  boolean hasAnswered() {
    return answered;
  }

  String lastError() {
    return lastError;
  }

  Instant lastErrorAt() {
    return lastErrorAt;
  }

  /** What became of its last frame, as a predicate; null where it did it. */
  String trouble() {
    return lastError == null
        ? null
        : "did not do its last frame (%s: %s)".formatted(Quarantine.time(lastErrorAt), lastError);
  }
}
