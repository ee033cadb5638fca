package edgeai.coordinator.dispatch;

import edgeai.common.error.Refusal;
import edgeai.common.piece.Piece;
import edgeai.common.wire.PieceLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** A worker on the network: what {@link PieceClient} gives or throws becomes an answer. */
@ApplicationScoped
public class HttpPieceTransport implements PieceTransport {
  private final PieceClient client;

  @Inject
  public HttpPieceTransport(PieceClient client) {
    this.client = client;
  }

  /** For the container's proxy. */
  HttpPieceTransport() {
    this(null);
  }

  @Override
  public WorkerAnswer send(PieceLease lease, Piece piece, Consumer<PieceLine> lines)
      throws InterruptedException {
    try {
      return client.send(lease, piece, lines);
    } catch (RequestNotSentException e) {
      return new WorkerAnswer.Unserved("cannot be reached: " + e.getMessage());
    } catch (ConnectionBrokenException e) {
      return new WorkerAnswer.Died("did not answer to the end: " + e.getMessage());
    } catch (Refusal e) {
      return new WorkerAnswer.Implausible("answered what cannot be believed: " + e.getMessage());
    } catch (BulkheadException e) {
      return new WorkerAnswer.Unserved("too many pieces are on their way");
    }
  }
}
