package edgeai.common.video;

import edgeai.common.guard.Schedule;
import java.nio.file.Path;

/**
 * An untrusted video whose first frame a child process has decoded, and which the child holds until
 * it is told what is wanted: an index, frames, or both in this order. One thread asks; any thread
 * may close.
 */
public final class OpenedVideo implements AutoCloseable {
  private final VideoDecoder decoder;
  private final VideoLimits limits;

  private OpenedVideo(VideoDecoder decoder, VideoLimits limits) {
    this.decoder = decoder;
    this.limits = limits;
  }

  /**
   * Opens a file and waits for its first frame's size.
   *
   * @param sampleFps frames to emit per second of the video, 0 for every frame
   * @param jpegQuality 1 to 100
   * @param timer kills a child that stands still; nothing else runs on it
   * @throws VideoException if the file is refused or the child fails
   */
  public static OpenedVideo open(
      DecoderSource source,
      Path file,
      double sampleFps,
      int jpegQuality,
      VideoLimits limits,
      Schedule timer)
      throws VideoException, InterruptedException {
    FrameWish wish = new FrameWish(sampleFps, jpegQuality);
    DecodeRequest request = DecodeRequest.ofFile(file, FrameRange.ALL, wish, limits);
    return new OpenedVideo(VideoDecoder.open(source, request.hold(), limits, timer), limits);
  }

  /** What is known of the video. */
  public VideoHeader header() {
    return decoder.header();
  }

  /** Whether the child still runs. */
  public boolean isAlive() {
    return decoder.isAlive();
  }

  /** Has the child write an index to a file. */
  IndexReport index(Path to) throws VideoException, InterruptedException {
    DecoderTalk talk = decoder.talk();
    talk.say(limits.openTimeout(), out -> HeldVideo.askIndex(out, to.toString()));
    if (talk.await(limits.openTimeout()) instanceof IndexReport report) {
      return report;
    }
    throw talk.nonsense();
  }

  /**
   * Has the child give frames, which nothing else may be asked after.
   *
   * @param grey whether with small grey pictures
   * @return the caller's to close, in this one's place
   */
  public VideoDecoder frames(boolean grey) throws VideoException, InterruptedException {
    decoder.talk().say(limits.openTimeout(), out -> HeldVideo.askFrames(out, grey));
    decoder.expectFirst();
    return decoder;
  }

  /** The child's process id, for tests that torment it. */
  long pid() {
    return decoder.pid();
  }

  /** Kills the child if it still runs; returns at once. */
  @Override
  public void close() {
    decoder.close();
  }
}
