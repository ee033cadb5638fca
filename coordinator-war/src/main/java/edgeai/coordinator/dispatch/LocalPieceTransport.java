package edgeai.coordinator.dispatch;

import edgeai.common.error.Conflict;
import edgeai.common.error.Refusal;
import edgeai.common.error.Unavailable;
import edgeai.common.error.UnsupportedMedia;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.inference.PieceDecoders;
import edgeai.common.inference.PieceInference;
import edgeai.common.inference.PieceLimits;
import edgeai.common.inference.PieceRun;
import edgeai.common.metrics.StageTimes;
import edgeai.common.piece.Piece;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoLimits;
import edgeai.common.wire.PieceLine;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Pieces for the worker inside the coordinator, which does them as any other does. */
@ApplicationScoped
public class LocalPieceTransport implements PieceTransport {
  private final CoordinatorSettings settings;
  private final PoolModel model;
  private final StageTimes times;
  private final Schedule schedule;
  private final ExecutorService decoding;
  private final ExecutorService inferring;
  private final Failures failures;

  private PieceInference pieces;

  @Inject
  public LocalPieceTransport(
      CoordinatorSettings settings,
      PoolModel model,
      StageTimes times,
      Schedule schedule,
      @Named("pieces") ExecutorService decoding,
      @Named("infer") ExecutorService inferring,
      Failures failures) {
    this.settings = settings;
    this.model = model;
    this.times = times;
    this.schedule = schedule;
    this.decoding = decoding;
    this.inferring = inferring;
    this.failures = failures;
  }

  /** For the container's proxy. */
  LocalPieceTransport() {
    this(null, null, null, null, null, null, null);
  }

  @PostConstruct
  void open() {
    PieceDecoders decoders =
        new PieceDecoders(
            DecoderCommand.ofServer(settings.dataDir()),
            VideoLimits.DEFAULT.withMaxPixels(settings.videos().maxPixels()),
            schedule);
    pieces =
        new PieceInference(
            model.engine(),
            PieceLimits.of(settings.inference().callers()),
            times,
            decoders,
            decoding,
            inferring,
            failures);
  }

  @Override
  public WorkerAnswer send(PieceLease lease, Piece piece, Consumer<PieceLine> lines)
      throws InterruptedException {
    try (InputStream bytes = piece.open();
        PieceRun run =
            pieces.begin(lease.jobId(), bytes, Optional.of(lease.plan().source().model()))) {
      Optional<PieceLine> next = run.next();
      while (next.isPresent()) {
        lines.accept(next.get());
        next = run.next();
      }
      return new WorkerAnswer.Delivered();
    } catch (VideoException e) {
      return e.kind() == VideoException.Kind.UNAVAILABLE
          ? new WorkerAnswer.Unserved("has no decoder: it " + e.getMessage())
          : new WorkerAnswer.Declined("The piece " + e.getMessage(), true);
    } catch (IOException e) {
      return new WorkerAnswer.Declined("The piece cannot be read: " + e.getMessage(), true);
    } catch (Conflict e) {
      return new WorkerAnswer.Lacking(e.getMessage());
    } catch (Unavailable e) {
      return new WorkerAnswer.Full(e.getMessage());
    } catch (UnsupportedMedia e) {
      return new WorkerAnswer.Declined(e.getMessage(), false);
    } catch (Refusal e) {
      return new WorkerAnswer.Unserved(e.getMessage());
    }
  }

  @PreDestroy
  void close() {
    pieces.close();
  }
}
