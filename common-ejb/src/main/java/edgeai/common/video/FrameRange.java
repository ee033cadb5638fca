package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Which frames of a video are decoded.
 *
 * @param firstIndex 0-based number of the first
 * @param firstMillis its time, as an earlier decoding of the whole video told it
 * @param lastIndex number of the last; the video may have fewer
 */
public record FrameRange(long firstIndex, long firstMillis, long lastIndex) {
  private static final long NEAR_MILLIS = 2_000;

  /** All frames. */
  public static final FrameRange ALL = new FrameRange(0, 0, Long.MAX_VALUE);

  /** Checks that there is at least one frame; throws {@link IllegalArgumentException} if not. */
  public FrameRange {
    if (firstIndex < 0 || firstMillis < 0 || lastIndex < firstIndex) {
      throw new IllegalArgumentException(
          "no frames: %d (at %d ms) to %d".formatted(firstIndex, firstMillis, lastIndex));
    }
  }

  /** A single frame. */
  public static FrameRange only(long index, long millis) {
    return new FrameRange(index, millis, index);
  }

  boolean isAll() {
    return equals(ALL);
  }

  /** Whether it is worth while to look for a key frame close to the first. */
  boolean isFar() {
    return firstMillis > NEAR_MILLIS;
  }

  boolean contains(long index) {
    return index >= firstIndex && index <= lastIndex;
  }

  static FrameRange read(DataInputStream in) throws IOException {
    return new FrameRange(in.readLong(), in.readLong(), in.readLong());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(firstIndex);
    out.writeLong(firstMillis);
    out.writeLong(lastIndex);
  }
}
