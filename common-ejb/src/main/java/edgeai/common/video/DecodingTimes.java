package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * When frames are shown of a container that says only when packets are decoded, as AVI does: the
 * first frame at the first packet's time, the second at the second's, whatever their order. A
 * packet of which no frame comes gives up its time as soon as that is certain.
 */
final class DecodingTimes {
  private static final int MOST = 1 << 10;

  private record Due(int packet, long time) {}

  private final Queue<Due> due = new ArrayDeque<>();
  private int fed;
  private long last = -1;

  /** A packet goes into the decoder. */
  void fed(long time) {
    due.add(new Due(fed++, time));
    last = Math.max(last, time);
    if (due.size() > MOST) {
      due.remove();
    }
  }

  /** How many times up to the last packet's have no packet: each counts as one, an empty one. */
  int unused() {
    return Math.clamp(last + 1 - fed, 0, Integer.MAX_VALUE);
  }

  /**
   * The next frame comes out; tells its timestamp.
   *
   * @param packet that it comes of, as they were fed; -1 where that is not known
   * @param delay how many frames may be decoded before one and shown after it
   */
  long shown(int packet, int delay) {
    while (!due.isEmpty() && due.peek().packet < packet - delay) {
      due.remove(); // else its frame would have been shown by now
    }
    return due.isEmpty() ? AV_NOPTS_VALUE : due.remove().time;
  }
}
