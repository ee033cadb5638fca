package edgeai.common.video;

import edgeai.common.syntax.UnprovenException;
import java.util.Arrays;

/**
 * Puts frames that come as they are decoded into the order in which they are shown, by their
 * timestamps, which have to agree with what the codec says of that order.
 */
final class DisplayOrder {
  /** No codec shows a frame later than after so many others that were decoded after it. */
  private static final int FARTHEST = 32;

  private long[] pts = new long[1 << 10];
  private long[] order = new long[1 << 10];
  private int[] packets = new int[1 << 10];
  private int count;
  private int reordered;

  /**
   * Takes the next frame as they are decoded.
   *
   * @param time its timestamp
   * @param codecs where it stands among others by the codec's word
   */
  void add(long time, long codecs, int packet) throws UnprovenException {
    if (count == pts.length) {
      pts = Arrays.copyOf(pts, count + count / 2);
      order = Arrays.copyOf(order, pts.length);
      packets = Arrays.copyOf(packets, pts.length);
    }
    int at = count++;
    while (at > 0 && pts[at - 1] > time) {
      pts[at] = pts[at - 1];
      order[at] = order[at - 1];
      packets[at] = packets[at - 1];
      at--;
      if (count - 1 - at > FARTHEST) {
        throw new UnprovenException("has times that run backwards");
      }
    }
    reordered = Math.max(reordered, count - 1 - at);
    if (at > 0 && pts[at - 1] == time) {
      throw new UnprovenException("shows two frames at the same time");
    }
    if (at > 0 && order[at - 1] >= codecs || at < count - 1 && order[at + 1] <= codecs) {
      throw new UnprovenException("has times in another order than its frames");
    }
    pts[at] = time;
    order[at] = codecs;
    packets[at] = packet;
  }

  int count() {
    return count;
  }

  /** The timestamp of a frame by its number, as they are shown. */
  long pts(int frame) {
    return pts[frame];
  }

  /** The packet that a frame comes of. */
  int packet(int frame) {
    return packets[frame];
  }

  /** How many frames are decoded before one and shown after it, at most. */
  int reordered() {
    return reordered;
  }
}
