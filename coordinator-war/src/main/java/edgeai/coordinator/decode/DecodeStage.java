package edgeai.coordinator.decode;

import edgeai.common.guard.Schedule;
import edgeai.common.metrics.StageTimes;
import edgeai.common.metrics.StageTimes.Stage;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.FrameRange;
import edgeai.common.video.SpareDecoder;
import edgeai.common.video.VideoDecoder;
import edgeai.common.video.VideoEnd;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.common.video.VideoHeader;
import edgeai.common.video.VideoLimits;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.FrameSource;
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
import java.util.BitSet;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns files into frames. A full dispatch queue makes the decoder process wait at its pipe. */
@ApplicationScoped
public class DecodeStage {
  private static final Logger LOG = Logger.getLogger(DecodeStage.class.getName());

  /** A server has better things to do at its start. */
  private static final Duration AFTER_START = Duration.ofSeconds(3);

  private final CoordinatorSettings settings;
  private final Dispatcher dispatcher;
  private final FrameIds ids;
  private final StageTimes times;
  private final SentSize size;
  private final Schedule watchdog;

  private VideoLimits limits;
  private SpareDecoder spare;
  private OpenedVideos<VideoDecoder> opened;

  @Inject
  public DecodeStage(
      CoordinatorSettings settings,
      Dispatcher dispatcher,
      FrameIds ids,
      StageTimes times,
      SentSize size,
      Schedule watchdog) {
    this.settings = settings;
    this.dispatcher = dispatcher;
    this.ids = ids;
    this.times = times;
    this.size = size;
    this.watchdog = watchdog;
  }

  /** For the container's proxy. */
  DecodeStage() {
    this(null, null, null, null, null, null);
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
    Path folder = settings.dataDir().resolve("cache").resolve("decoder");
    spare = new SpareDecoder(DecoderCommand.in(folder), limits);
    opened = new OpenedVideos<>(watchdog, VideoDecoder::close);
  }

  /**
   * Opens a job's file and decodes its first frame. The decoder waits a little for {@link #run}.
   *
   * @param sampleFps frames taken per second of video, 0 for all
   * @throws VideoException where it is no video that can be read, or breaks a limit
   */
  public VideoHeader open(String jobId, Path file, double sampleFps)
      throws VideoException, InterruptedException {
    try {
      VideoDecoder decoder = start(file, sampleFps);
      opened.keep(jobId, decoder);
      return decoder.header();
    } catch (VideoException e) {
      prepareSpare();
      throw e;
    }
  }

  /** Ends what {@link #open} left waiting for a job that will not be. */
  public void abandon(String jobId) {
    opened.end(jobId);
  }

  /** Decoder processes that wait: for their jobs, or for any video. */
  public int waiting() {
    return opened.size() + (spare.isWaiting() ? 1 : 0);
  }

  /**
   * Hands all frames of a file to dispatch, save those settled before.
   *
   * @param sampleFps frames taken per second of video, 0 for all
   * @param settled indexes of frames that need not be done again
   * @throws VideoException where the file cannot be read, or broke its decoder
   */
  public VideoEnd run(FrameSource source, Path file, double sampleFps, BitSet settled)
      throws VideoException, InterruptedException {
    FrameIds.OfJob frameIds = ids.of(source.jobId());
    Optional<VideoDecoder> waiting = opened.take(source.jobId());
    try (VideoDecoder decoder = waiting.isPresent() ? waiting.get() : start(file, sampleFps)) {
      source.progress().estimate(decoder.header().estimatedFrames());
      size.tell(decoder);
      long ordinal = 0;
      Optional<VideoFrame> next = decoder.next();
      while (next.isPresent() && !source.isCancelled()) {
        VideoFrame frame = next.get();
        long id = frameIds.at(ordinal++);
        source.progress().taken();
        times.add(Stage.DECODE, frame.decodeNanos());
        times.add(Stage.ENCODE, frame.encodeNanos());
        if (!settled.get(frame.index())) {
          dispatcher.submit(
              new Frame(id, source, frame.index(), frame.mediaTimeMs(), picture(frame)));
        }
        size.tell(decoder);
        next = decoder.next();
      }
      return source.isCancelled() ? new VideoEnd(0, 0, null) : decoder.end();
    }
  }

  private static FramePicture picture(VideoFrame frame) {
    return new FramePicture(
        frame.jpeg(), frame.jpegWidth(), frame.jpegHeight(), frame.width(), frame.height());
  }

  /**
   * One frame of a file again, by its index and its time; empty where the file has fewer.
   *
   * @param opened runs when decoding begins: close to the frame, or else at the file's beginning
   * @throws InterruptedException if this thread is interrupted, which ends the decoder
   */
  public Optional<VideoFrame> frame(Path file, long index, long millis, Runnable opened)
      throws VideoException, InterruptedException {
    FrameRange range = FrameRange.only(index, millis);
    int quality = settings.videos().jpegQuality();
    try (VideoDecoder decoder =
        VideoDecoder.start(spare, file, range, 0, quality, limits, watchdog)) {
      opened.run();
      return decoder.next();
    } finally {
      prepareSpare();
    }
  }

  private VideoDecoder start(Path file, double sampleFps)
      throws VideoException, InterruptedException {
    return VideoDecoder.start(
        spare, file, sampleFps, settings.videos().jpegQuality(), limits, watchdog);
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

  /**
   * Has a decoder wait for the next video, if none does. It costs most of a second of processor
   * time, so the best moment is when the frames of the last video are done.
   */
  public void prepareSpare() {
    try {
      spare.prepare();
    } catch (VideoException e) {
      LOG.log(Level.WARNING, "no spare decoder: {0}", e.getMessage());
    }
  }

  @PreDestroy
  void close() {
    spare.close();
    opened.close();
  }
}
