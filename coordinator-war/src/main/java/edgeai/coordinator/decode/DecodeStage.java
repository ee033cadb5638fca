package edgeai.coordinator.decode;

import edgeai.common.guard.Schedule;
import edgeai.common.metrics.StageTimes;
import edgeai.common.metrics.StageTimes.Stage;
import edgeai.common.video.IndexReport;
import edgeai.common.video.OpenedVideo;
import edgeai.common.video.VideoDecoder;
import edgeai.common.video.VideoEnd;
import edgeai.common.video.VideoException;
import edgeai.common.video.VideoFrame;
import edgeai.common.video.VideoHeader;
import edgeai.common.video.VideoIndexer;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.FrameSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/** Turns files into frames. A full dispatch queue makes the decoder process wait at its pipe. */
@ApplicationScoped
public class DecodeStage {
  private final Decoders decoders;
  private final Dispatcher dispatcher;
  private final FrameIds ids;
  private final StageTimes times;
  private final SentSize size;
  private final OpenedVideos<OpenedVideo> opened;

  @Inject
  public DecodeStage(
      Decoders decoders,
      Dispatcher dispatcher,
      FrameIds ids,
      StageTimes times,
      SentSize size,
      Schedule watchdog) {
    this.decoders = decoders;
    this.dispatcher = dispatcher;
    this.ids = ids;
    this.times = times;
    this.size = size;
    this.opened = new OpenedVideos<>(watchdog, OpenedVideo::close);
  }

  /** For the container's proxy. */
  DecodeStage() {
    this(null, null, null, null, null, null);
  }

  /**
   * Opens a job's file and decodes its first frame. The decoder waits a little for {@link #index}
   * and {@link #run}.
   *
   * @param sampleFps frames taken per second of video, 0 for all
   * @throws VideoException where it is no video that can be read, or breaks a limit
   */
  public VideoHeader open(String jobId, Path file, double sampleFps)
      throws VideoException, InterruptedException {
    try {
      OpenedVideo video = decoders.open(file, sampleFps);
      opened.keep(jobId, video);
      return video.header();
    } catch (VideoException e) {
      decoders.prepareSpare();
      throw e;
    }
  }

  /**
   * Writes the index of a job's file, by the decoder that opened it where that still waits; without
   * an index it waits on.
   *
   * @throws VideoException where the file is refused or the child fails
   */
  IndexReport index(String jobId, Path file, Path index)
      throws VideoException, InterruptedException {
    Optional<OpenedVideo> waiting = waiting(jobId);
    if (waiting.isEmpty()) {
      return decoders.index(file, index);
    }
    IndexReport report = null;
    try {
      report = VideoIndexer.index(waiting.get(), file, index);
      return report;
    } finally {
      if (report == null || report.usable()) {
        waiting.get().close();
      } else {
        opened.keep(jobId, waiting.get());
      }
    }
  }

  private Optional<OpenedVideo> waiting(String jobId) {
    Optional<OpenedVideo> video = opened.take(jobId);
    if (video.isPresent() && !video.get().isAlive()) {
      video.get().close();
      return Optional.empty();
    }
    return video;
  }

  /** Ends what {@link #open} left waiting for a job that will not be. */
  public void abandon(String jobId) {
    opened.end(jobId);
  }

  /** Decoder processes that wait: for their jobs, or for any video. */
  public int waiting() {
    return opened.size() + (decoders.isSpareWaiting() ? 1 : 0);
  }

  /**
   * Hands all frames of a file to dispatch, save those settled before.
   *
   * @param sampleFps frames taken per second of video, 0 for all
   * @param settled indexes of frames that need not be done again
   * @param still which of the others are not inferred
   * @throws VideoException where the file cannot be read, or broke its decoder
   */
  public VideoEnd run(
      FrameSource source, Path file, double sampleFps, BitSet settled, StillRule still)
      throws VideoException, InterruptedException {
    boolean all = still.skip().isOff();
    FrameTaker taker =
        all ? FrameTaker.ofEach(source, dispatcher) : new StillSelection(still, source, dispatcher);
    Optional<OpenedVideo> waiting = waiting(source.jobId());
    try (VideoDecoder decoder =
        waiting.isPresent() ? waiting.get().frames(!all) : decoders.start(file, sampleFps, !all)) {
      source.progress().estimate(decoder.header().estimatedFrames());
      read(source, decoder, settled, taker);
      return source.isCancelled() ? new VideoEnd(0, 0, null) : decoder.end();
    }
  }

  private void read(FrameSource source, VideoDecoder decoder, BitSet settled, FrameTaker taker)
      throws VideoException, InterruptedException {
    FrameIds.OfJob frameIds = ids.of(source.jobId());
    size.tell(decoder, source);
    try {
      long ordinal = 0;
      Optional<VideoFrame> next = decoder.next();
      while (next.isPresent() && !source.isCancelled()) {
        VideoFrame frame = next.get();
        times.add(Stage.DECODE, frame.decodeNanos());
        times.add(Stage.ENCODE, frame.encodeNanos());
        taker.take(frameIds.at(ordinal++), frame, settled.get(frame.index()));
        size.tell(decoder, source);
        next = decoder.next();
      }
    } catch (VideoException e) {
      taker.finish(); // what came of it is done
      throw e;
    }
    taker.finish();
  }

  static FramePicture picture(VideoFrame frame) {
    return new FramePicture(
        frame.jpeg(), frame.jpegWidth(), frame.jpegHeight(), frame.width(), frame.height());
  }

  /** As {@link Decoders#prepareSpare}. */
  public void prepareSpare() {
    decoders.prepareSpare();
  }

  @PreDestroy
  void close() {
    opened.close();
  }
}
