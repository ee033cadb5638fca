package edgeai.coordinator.decode;

import edgeai.common.guard.Schedule;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.FrameRange;
import edgeai.common.video.FrameWish;
import edgeai.common.video.IndexReport;
import edgeai.common.video.OpenedVideo;
import edgeai.common.video.PieceDecoder;
import edgeai.common.video.SpareDecoder;
import edgeai.common.video.VideoDecoder;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.common.video.VideoIndexer;
import edgeai.common.video.VideoLimits;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.settings.StartRefusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts decoder processes, each for one file, and has a spare one wait for the next. */
@ApplicationScoped
public class Decoders {
  private static final Logger LOG = Logger.getLogger(Decoders.class.getName());

  /** A server has better things to do at its start. */
  private static final Duration AFTER_START = Duration.ofSeconds(3);

  private final CoordinatorSettings settings;
  private final Schedule watchdog;

  private VideoLimits limits;
  private SpareDecoder spare;

  @Inject
  public Decoders(CoordinatorSettings settings, Schedule watchdog) {
    this.settings = settings;
    this.watchdog = watchdog;
  }

  /** For the container's proxy. */
  Decoders() {
    this(null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    watchdog.after("first decoder", AFTER_START, this::prepareFirst);
  }

  @PostConstruct
  void prepare() {
    limits =
        VideoLimits.DEFAULT
            .withMaxPixels(settings.videos().maxPixels())
            .withMaxSeconds(settings.videos().maxSeconds());
    spare = new SpareDecoder(DecoderCommand.ofServer(settings.dataDir()), limits);
  }

  /**
   * Writes the index of a file, beside its upload.
   *
   * @throws VideoException where the file is refused or the child fails
   */
  IndexReport index(Path file, Path index) throws VideoException, InterruptedException {
    return VideoIndexer.index(spare, file, index, limits, watchdog);
  }

  /** Starts a decoder for pieces of one file. */
  PieceDecoder pieces() throws VideoException {
    return PieceDecoder.start(spare, limits, watchdog);
  }

  /** Starts to decode some frames of a file. */
  VideoDecoder start(Path file, FrameRange range) throws VideoException, InterruptedException {
    return VideoDecoder.start(
        spare, file, range, 0, settings.videos().jpegQuality(), limits, watchdog);
  }

  /** Opens a file, to be told later what is wanted of it. */
  OpenedVideo open(Path file, double sampleFps) throws VideoException, InterruptedException {
    return OpenedVideo.open(
        spare, file, sampleFps, settings.videos().jpegQuality(), limits, watchdog);
  }

  /**
   * Starts to decode all of a file.
   *
   * @param grey whether with small grey pictures
   */
  VideoDecoder start(Path file, double sampleFps, boolean grey)
      throws VideoException, InterruptedException {
    FrameWish wish = new FrameWish(sampleFps, settings.videos().jpegQuality(), grey);
    return VideoDecoder.start(spare, file, wish, limits, watchdog);
  }

  /**
   * One frame of a file again, by its index and its time; empty where the file has fewer.
   *
   * @param opened runs when decoding begins: close to the frame, or else at the file's beginning
   * @throws InterruptedException if this thread is interrupted, which ends the decoder
   */
  public Optional<VideoFrame> frame(Path file, long index, long millis, Runnable opened)
      throws VideoException, InterruptedException {
    try (VideoDecoder decoder = start(file, FrameRange.only(index, millis))) {
      opened.run();
      return decoder.next();
    } finally {
      prepareForPictures();
    }
  }

  /**
   * Has a decoder wait for the next video, if none does. It costs a good part of a second of
   * processor time, so the best moment is when the frames of the last video are done.
   */
  public void prepareSpare() {
    try {
      spare.prepare();
    } catch (VideoException e) {
      LOG.log(Level.WARNING, "no spare decoder: {0}", e.getMessage());
    }
  }

  /** The same after a picture: whoever wanted it soon wants another. */
  void prepareForPictures() {
    prepareSpare();
    spare.loadAll();
  }

  /** Whether a decoder waits for any video. */
  boolean isSpareWaiting() {
    return spare.isWaiting();
  }

  /**
   * The first decoder shows whether its libraries can be loaded here; without them nothing goes.
   */
  private void prepareFirst() {
    try {
      spare.prove(StartRefusal::refuse);
    } catch (VideoException e) {
      LOG.log(Level.WARNING, "no spare decoder: {0}", e.getMessage());
    }
  }

  @PreDestroy
  void close() {
    spare.close();
  }
}
