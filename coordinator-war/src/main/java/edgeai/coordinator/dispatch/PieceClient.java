package edgeai.coordinator.dispatch;

import edgeai.common.piece.Piece;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.WantedFrame;
import edgeai.common.request.PieceLineReader;
import edgeai.common.wire.PieceLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Sends one piece of video to one worker and reads what it says of the frames, line by line. Its
 * bytes go from the file to the network a buffer at a time. There is no time limit for the whole:
 * {@link PieceWatch} ends the call of a worker that says nothing.
 */
@ApplicationScoped
public class PieceClient {
  /** Calls at the same time, all workers together. */
  public static final int CALLS = 512;

  private final WorkerConnections connections;

  @Inject
  public PieceClient(WorkerConnections connections) {
    this.connections = connections;
  }

  /** For the container's proxy. */
  PieceClient() {
    this(null);
  }

  /**
   * Blocks until the worker is done.
   *
   * @throws edgeai.common.error.Refusal where a line cannot be believed
   */
  @Bulkhead(CALLS)
  @Retry(maxRetries = 1, delay = 0, jitter = 0, retryOn = RequestNotSentException.class)
  public WorkerAnswer send(PieceLease lease, Piece piece, Consumer<PieceLine> lines)
      throws InterruptedException {
    try {
      HttpResponse<InputStream> answer =
          connections.http().send(request(lease, piece), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return answer.statusCode() == 200
            ? read(lease, body, lines)
            : PieceRefusal.of(answer.statusCode());
      }
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new RequestNotSentException(e);
    } catch (IOException e) {
      throw new ConnectionBrokenException(e);
    }
  }

  private static WorkerAnswer read(PieceLease lease, InputStream body, Consumer<PieceLine> lines)
      throws IOException {
    PieceLineReader reader =
        new PieceLineReader(
            body,
            ids(lease, frame -> !frame.role().known()),
            ids(lease, WantedFrame::pictureWanted));
    Optional<PieceLine> line = reader.next();
    while (line.isPresent()) {
      lines.accept(line.get());
      line = reader.next();
    }
    return new WorkerAnswer.Delivered();
  }

  private static Set<Long> ids(PieceLease lease, Predicate<WantedFrame> meant) {
    return lease.wanted().stream().filter(meant).map(WantedFrame::id).collect(Collectors.toSet());
  }

  private static HttpRequest request(PieceLease lease, Piece piece) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(WorkerConnections.address(lease.worker(), "/process-piece"))
            .header("Content-Type", PieceHeader.MEDIA_TYPE)
            .header("Task-Id", lease.jobId())
            .POST(
                BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(() -> open(piece)), piece.length()));
    WorkerConnections.traced(request);
    if (lease.worker().registration().modelSha256() != null) {
      request.header("Model-Sha256", lease.plan().source().model());
    }
    return WorkerConnections.signed(request, lease.worker()).build();
  }

  private static InputStream open(Piece piece) {
    try {
      return piece.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
