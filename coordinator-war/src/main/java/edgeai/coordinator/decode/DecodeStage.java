package edgeai.coordinator.decode;

import edgeai.common.metrics.StageTimes;
import edgeai.common.metrics.StageTimes.Stage;
import edgeai.common.video.DecoderCommand;
import edgeai.common.video.VideoDecoder;
import edgeai.common.video.VideoEnd;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.common.video.VideoHeader;
import edgeai.common.video.VideoLimits;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.dispatch.Frame;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns files into frames. A full dispatch queue makes the decoder process wait at its pipe. */
@ApplicationScoped
public class DecodeStage {
  @Inject private CoordinatorSettings settings;
  @Inject private Dispatcher dispatcher;
  @Inject private FrameIds ids;
  @Inject private StageTimes times;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService watchdog;

  private VideoLimits limits;
  private DecoderCommand command;

  @PostConstruct
  void prepare() {
    limits =
        VideoLimits.DEFAULT
            .withMaxPixels(settings.videos().maxPixels())
            .withMaxSeconds(settings.videos().maxSeconds());
    command = DecoderCommand.in(settings.dataDir().resolve("cache").resolve("decoder"));
  }

  /**
   * Opens a file and decodes its first frame.
   *
   * @throws VideoException where it is no video that can be read, or breaks a limit
   */
  public VideoHeader probe(Path file) throws VideoException, InterruptedException {
    return VideoDecoder.probe(command, file, limits, watchdog);
  }

  /**
   * Hands all frames of a file to dispatch, save those settled before.
   *
   * @param sampleFps frames taken per second of video, 0 for all
   * @param settled indexes of frames that need not be done again
   * @throws VideoException where the file cannot be read, or broke its decoder
   */
  public VideoEnd run(
      String jobId,
      Path file,
      double sampleFps,
      OptionalDouble confidence,
      BitSet settled,
      Decoding decoding)
      throws VideoException, InterruptedException {
    FrameIds.OfJob frameIds = ids.of(jobId);
    try (VideoDecoder decoder =
        VideoDecoder.start(
            command, file, sampleFps, settings.videos().jpegQuality(), limits, watchdog)) {
      decoding.opened(decoder.header());
      long ordinal = 0;
      Optional<VideoFrame> next = decoder.next();
      while (next.isPresent() && !decoding.isCancelled()) {
        VideoFrame frame = next.get();
        long id = frameIds.at(ordinal++);
        decoding.frameTaken();
        times.add(Stage.DECODE, frame.decodeNanos());
        times.add(Stage.ENCODE, frame.encodeNanos());
        if (!settled.get(frame.index())) {
          dispatcher.submit(
              new Frame(
                  id,
                  jobId,
                  frame.index(),
                  frame.mediaTimeMs(),
                  frame.width(),
                  frame.height(),
                  frame.jpeg(),
                  confidence));
        }
        next = decoder.next();
      }
      return decoding.isCancelled() ? new VideoEnd(0, 0, null) : decoder.end();
    }
  }

  /** One frame of a file again, by its index; empty where the file has fewer. */
  public Optional<VideoFrame> frame(Path file, long index)
      throws VideoException, InterruptedException {
    try (VideoDecoder decoder =
        VideoDecoder.start(command, file, 0, settings.videos().jpegQuality(), limits, watchdog)) {
      Optional<VideoFrame> next = decoder.next();
      while (next.isPresent() && next.get().index() < index) {
        next = decoder.next();
      }
      return next;
    }
  }
}
