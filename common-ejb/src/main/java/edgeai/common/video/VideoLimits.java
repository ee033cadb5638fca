package edgeai.common.video;

import java.time.Duration;
import java.util.Objects;

/**
 * What one video may cost before its decoder is stopped. Times are of the child's own processors;
 * what passes while it gets none counts a tenth ({@link Patience}).
 *
 * @param maxPixels width times height of one frame
 * @param maxSeconds length of the video, in seconds of its own time
 * @param openTimeout how long the first frame may take, from the start of the child process
 * @param stallTimeout how long the child may give no sign of life while the parent waits for it
 * @param heapMegabytes Java heap of the child (the compressed frame lies there, pixels do not)
 * @param memoryMegabytes resident memory of the child, native memory included, shared pages not
 */
public record VideoLimits(
    long maxPixels,
    double maxSeconds,
    Duration openTimeout,
    Duration stallTimeout,
    int heapMegabytes,
    int memoryMegabytes) {

  private static final Duration LIVE_STALL = Duration.ofSeconds(6);

  /** 8K frames, two hours, 20 s to open, 30 s of silence, 3 GB. */
  public static final VideoLimits DEFAULT =
      new VideoLimits(
          7680L * 4320, 7200, Duration.ofSeconds(20), Duration.ofSeconds(30), 256, 3072);

  /** Checks that every limit is above 0; throws {@link IllegalArgumentException} where not. */
  public VideoLimits {
    Objects.requireNonNull(openTimeout, "openTimeout");
    Objects.requireNonNull(stallTimeout, "stallTimeout");
    if (maxPixels < 1
        || !(maxSeconds > 0)
        || openTimeout.toMillis() < 1
        || stallTimeout.toMillis() < 1
        || heapMegabytes < 32
        || memoryMegabytes < 64) {
      throw new IllegalArgumentException(
          "limits must be above 0, heap at least 32 MB, memory at least 64 MB");
    }
  }

  /** These limits with another number of pixels per frame. */
  public VideoLimits withMaxPixels(long pixels) {
    return new VideoLimits(
        pixels, maxSeconds, openTimeout, stallTimeout, heapMegabytes, memoryMegabytes);
  }

  /** These limits with another length in seconds. */
  public VideoLimits withMaxSeconds(double seconds) {
    return new VideoLimits(
        maxPixels, seconds, openTimeout, stallTimeout, heapMegabytes, memoryMegabytes);
  }

  /** These limits with other times to open and to stand still. */
  public VideoLimits withTimeouts(Duration open, Duration stall) {
    return new VideoLimits(maxPixels, maxSeconds, open, stall, heapMegabytes, memoryMegabytes);
  }

  /**
   * These limits for a source that gives frames as time passes: it says a word every second, and a
   * child that hangs at its device should not do so for minutes.
   */
  VideoLimits ofLive() {
    return withTimeouts(
        openTimeout, LIVE_STALL.compareTo(stallTimeout) < 0 ? LIVE_STALL : stallTimeout);
  }

  /** These limits with another resident memory of the child, in megabytes. */
  public VideoLimits withMemoryMegabytes(int megabytes) {
    return new VideoLimits(
        maxPixels, maxSeconds, openTimeout, stallTimeout, heapMegabytes, megabytes);
  }
}
