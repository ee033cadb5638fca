package edgeai.common.video;

import edgeai.common.guard.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Decodes one untrusted video, or a live source, in a child process, which runs ahead by one frame
 * at most and waits while nobody calls {@link #next}. One thread reads; any thread may close.
 */
public final class VideoDecoder implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(VideoDecoder.class.getName());
  private final DecoderProcess child;
  private final DecoderTalk talk;
  private final VideoLimits limits;
  private SizeRequest size = SizeRequest.AS_DISPLAYED;
  private VideoHeader header;
  private VideoEnd end;
  private Duration patience;

  private VideoDecoder(DecoderProcess child, VideoLimits limits, Schedule timer) {
    this.child = child;
    this.limits = limits;
    this.patience = limits.stallTimeout();
    this.talk = new DecoderTalk(child, limits, timer);
  }

  /**
   * Starts to decode and waits for the first frame's size.
   *
   * @param sampleFps frames to emit per second of the video, 0 for every frame
   * @param jpegQuality 1 to 100
   * @param timer kills a child that stands still; nothing else runs on it
   * @throws VideoException if the file is refused or the child fails
   */
  public static VideoDecoder start(
      DecoderSource source,
      Path file,
      double sampleFps,
      int jpegQuality,
      VideoLimits limits,
      Schedule timer)
      throws VideoException, InterruptedException {
    return start(source, file, new FrameWish(sampleFps, jpegQuality), limits, timer);
  }

  /**
   * The same.
   *
   * @param wish which frames, and as what
   */
  public static VideoDecoder start(
      DecoderSource source, Path file, FrameWish wish, VideoLimits limits, Schedule timer)
      throws VideoException, InterruptedException {
    DecodeRequest request = DecodeRequest.ofFile(file, FrameRange.ALL, wish, limits);
    return open(source, request, limits, timer);
  }

  /**
   * Starts to decode some frames of a file: from the key frame before them where the file allows to
   * go there, else from its beginning, with the same pictures either way.
   *
   * @param sampleFps frames to emit per second of the video, 0 for every frame
   * @param jpegQuality 1 to 100
   * @param timer kills a child that stands still; nothing else runs on it
   * @throws VideoException if the file is refused or the child fails
   */
  public static VideoDecoder start(
      DecoderSource source,
      Path file,
      FrameRange range,
      double sampleFps,
      int jpegQuality,
      VideoLimits limits,
      Schedule timer)
      throws VideoException, InterruptedException {
    FrameWish wish = new FrameWish(sampleFps, jpegQuality);
    DecodeRequest request = DecodeRequest.ofFile(file, range, wish, limits);
    return open(source, request, limits, timer);
  }

  /**
   * Starts to read a live source and waits for its first frame's size. It does not end by itself
   * while the source gives frames, whatever {@link VideoLimits#maxSeconds} says.
   *
   * @param wish which frames, and as what
   * @param timer kills a child that stands still; nothing else runs on it
   * @throws VideoException if the source cannot be reached or the child fails
   */
  public static VideoDecoder watch(
      DecoderSource decoders, LiveSource source, FrameWish wish, VideoLimits limits, Schedule timer)
      throws VideoException, InterruptedException {
    DecodeRequest request = DecodeRequest.ofLive(source, wish, limits);
    return open(decoders, request, limits.ofLive(), timer);
  }

  static VideoDecoder open(
      DecoderSource source, DecodeRequest request, VideoLimits limits, Schedule timer)
      throws VideoException, InterruptedException {
    VideoDecoder decoder = new VideoDecoder(source.child(limits), limits, timer);
    try {
      decoder.open(request);
      return decoder;
    } catch (VideoException | InterruptedException | RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  private void open(DecodeRequest request) throws VideoException, InterruptedException {
    talk.ask(request);
    DecoderMessage first = talk.await(limits.openTimeout());
    if (!(first instanceof VideoHeader known)) {
      throw talk.nonsense();
    }
    header = known;
  }

  /** What is known of the video. */
  public VideoHeader header() {
    return header;
  }

  /**
   * Has pictures made no larger than a network with this input can use; some frames that are under
   * way come as they are.
   *
   * @param inputWidth pixels, 0 for frames as displayed
   * @param inputHeight pixels, 0 for frames as displayed
   */
  public void fit(int inputWidth, int inputHeight) {
    SizeRequest wanted = new SizeRequest(inputWidth, inputHeight);
    if (wanted.equals(size)) {
      return;
    }
    size = wanted;
    try {
      child.tell(wanted);
    } catch (IOException e) {
      LOG.log(Level.FINE, "The decoder has ended before it was told a size", e);
    }
  }

  /**
   * Waits for the next frame; empty at the end.
   *
   * @throws VideoException if the video or its decoder fails, now and at every later call
   * @throws InterruptedException if this thread is interrupted, which ends the decoder
   */
  public Optional<VideoFrame> next() throws VideoException, InterruptedException {
    if (end != null) {
      return Optional.empty();
    }
    DecoderMessage message = talk.await(patience);
    patience = limits.stallTimeout();
    if (message instanceof VideoFrame frame) {
      return Optional.of(frame);
    }
    if (message instanceof VideoEnd last) {
      end = last;
      return Optional.empty();
    }
    throw talk.nonsense();
  }

  /**
   * What became of the video.
   *
   * @throws IllegalStateException before {@link #next} came to the end
   */
  public VideoEnd end() {
    if (end == null) {
      throw new IllegalStateException("the video was not read to its end");
    }
    return end;
  }

  /** The child has been told only now that frames are wanted, and may have libraries to load. */
  void expectFirst() {
    patience = limits.openTimeout();
  }

  DecoderTalk talk() {
    return talk;
  }

  boolean isAlive() {
    return child.isAlive();
  }

  /** The child's process id, for tests that torment it. */
  long pid() {
    return child.pid();
  }

  /** Kills the child if it still runs; returns at once. */
  @Override
  public void close() {
    talk.close();
    child.end();
  }
}
