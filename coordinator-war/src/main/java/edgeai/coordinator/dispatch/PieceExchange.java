package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.common.network.CallFailure;
import edgeai.common.piece.Piece;
import edgeai.common.wire.PieceLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Asks the worker of a lease for its piece and gives its last word as it is to be taken. */
@ApplicationScoped
public class PieceExchange {
  private static final String WHERE = "piece at a worker";

  private final PieceTransport network;
  private final PieceTransport local;
  private final Failures failures;

  @Inject
  PieceExchange(HttpPieceTransport network, LocalPieceTransport local, Failures failures) {
    this.network = network;
    this.local = local;
    this.failures = failures;
  }

  /** For a test whose workers are no servers. */
  PieceExchange(PieceTransport workers, Failures failures) {
    this.network = workers;
    this.local = workers;
    this.failures = failures;
  }

  /** For the container's proxy. */
  PieceExchange() {
    this(null, null);
  }

  /** Blocks until the worker is done, or will not be. */
  WorkerAnswer of(PieceLease lease, Piece piece, Consumer<PieceLine> lines) {
    try {
      PieceTransport transport = lease.worker().isLocal() ? local : network;
      return transport.send(lease, piece, line -> believed(lease, line, lines));
    } catch (InterruptedException e) {
      return new WorkerAnswer.Unserved("the call was ended");
    } catch (QuarantinedException e) {
      return new WorkerAnswer.Unserved("is quarantined");
    } catch (RuntimeException | Error e) {
      // an Error too, such as a library that cannot be loaded: no frame may be forgotten
      failures.note(WHERE, e);
      return new WorkerAnswer.Unserved("cannot do pieces: " + CallFailure.words(e));
    }
  }

  private static void believed(PieceLease lease, PieceLine line, Consumer<PieceLine> lines) {
    if (lease.worker().isQuarantined()) {
      throw new QuarantinedException();
    }
    lines.accept(line);
  }

  /** What the worker says is not believed at present. */
  private static final class QuarantinedException extends RuntimeException {}
}
