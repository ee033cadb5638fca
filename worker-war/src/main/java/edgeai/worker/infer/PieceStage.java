package edgeai.worker.infer;

import edgeai.common.error.Malformed;
import edgeai.common.error.Refusal;
import edgeai.common.error.Unavailable;
import edgeai.common.error.UnsupportedMedia;
import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.PieceDecoders;
import edgeai.common.inference.PieceInference;
import edgeai.common.inference.PieceLimits;
import edgeai.common.inference.PieceRun;
import edgeai.common.metrics.StageTimes;
import edgeai.common.piece.MalformedPieceException;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoLimits;
import edgeai.worker.settings.WorkerSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** The pieces of video of this worker: so many at a time are under way, others are turned away. */
@ApplicationScoped
public class PieceStage {
  private final WorkerSettings settings;
  private final EngineInUse engine;
  private final StageTimes times;
  private final Schedule schedule;
  private final ExecutorService decoding;
  private final ExecutorService inferring;
  private final Failures failures;

  private PieceInference pieces;

  @Inject
  public PieceStage(
      WorkerSettings settings,
      EngineInUse engine,
      StageTimes times,
      Schedule schedule,
      @Named("pieces") ExecutorService decoding,
      @Named("infer") ExecutorService inferring,
      Failures failures) {
    this.settings = settings;
    this.engine = engine;
    this.times = times;
    this.schedule = schedule;
    this.decoding = decoding;
    this.inferring = inferring;
    this.failures = failures;
  }

  /** For the container's proxy. */
  PieceStage() {
    this(null, null, null, null, null, null, null);
  }

  @PostConstruct
  void open() {
    open(DecoderCommand.ofServer(settings.dataDir()));
  }

  void open(DecoderCommand command) {
    PieceDecoders decoders =
        new PieceDecoders(
            command, VideoLimits.DEFAULT.withMaxPixels(settings.maxPixels()), schedule);
    pieces =
        new PieceInference(
            engine,
            PieceLimits.of(settings.callers()),
            times,
            decoders,
            decoding,
            inferring,
            failures);
  }

  /**
   * Takes a piece in and begins with it.
   *
   * @param job whose video it is of
   * @param model the hash of the model that is expected; empty for whichever is in use
   * @throws edgeai.common.error.Refusal where it cannot be begun
   */
  PieceRun begin(String job, InputStream body, Optional<String> model) {
    try {
      return pieces.begin(job, body, model);
    } catch (VideoException e) {
      throw refusal(e);
    } catch (MalformedPieceException e) {
      throw new Malformed(e.getMessage());
    } catch (IOException e) {
      throw new Malformed("The piece breaks off before its end.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("This worker is ending.", 30);
    }
  }

  /** A decoder has the bytes, and has looked at none of them yet: they are not to blame. */
  private static Refusal refusal(VideoException failure) {
    String sentence = "A piece %s at this worker.".formatted(failure.getMessage());
    return failure.kind() == VideoException.Kind.UNAVAILABLE
        ? new UnsupportedMedia(sentence) // whoever came back would hear the same: it takes frames
        : new Unavailable(sentence, 1);
  }

  /** What is under way, for those who show it. */
  public PieceInference pieces() {
    return pieces;
  }

  @PreDestroy
  void close() {
    pieces.close();
  }
}
