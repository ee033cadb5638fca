package edgeai.common.video;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Tells whether the two fields of a frame were taken at different moments: whatever moved has edges
 * like a comb then. A pixel counts where five lines alternate and the picture beside it changes
 * from frame to frame, so that blinds and small print are none; a frame is combed where enough such
 * pixels lie together.
 */
final class Combing {
  /** How far values must lie apart, of 255: more than what coding leaves of noise. */
  private static final int APART = 12;

  private static final int BLOCK = 16;

  /** Of the 256 pixels of a block: what an edge that moved by a pixel leaves. */
  private static final int ENOUGH = 12;

  private static final int LINES = 5;

  private final LumaPlane plane;
  private final LumaPlane[] neighbours;
  private final int height;
  private final int[][] lines;
  private final int[] blocks;

  /**
   * @param before the frame before, or null
   * @param after the frame after, or null
   */
  Combing(AVFrame before, AVFrame frame, AVFrame after) {
    plane = new LumaPlane(frame);
    height = frame.height();
    lines = new int[LINES][frame.width()];
    blocks = new int[frame.width() / BLOCK + 1];
    neighbours =
        Stream.of(before, after)
            .filter(other -> other != null && alike(other, frame))
            .map(LumaPlane::new)
            .toArray(LumaPlane[]::new);
  }

  private static boolean alike(AVFrame one, AVFrame other) {
    return one.width() == other.width()
        && one.height() == other.height()
        && one.format() == other.format();
  }

  boolean found() {
    for (int y = 0; y < height; y++) {
      int[] newest = lines[0];
      System.arraycopy(lines, 1, lines, 0, LINES - 1);
      lines[LINES - 1] = newest;
      plane.read(y, newest);
      if (y % BLOCK == 0) {
        Arrays.fill(blocks, 0);
      }
      if (y >= LINES - 1 && enough(y - LINES / 2)) {
        return true;
      }
    }
    return false;
  }

  private boolean enough(int y) {
    boolean[] moved = null;
    for (int x = 0; x < lines[0].length; x++) {
      if (alternates(x)) {
        if (moved == null) {
          moved = moved(y);
        }
        if (moved[x] && ++blocks[x / BLOCK] >= ENOUGH) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean alternates(int x) {
    int above = lines[1][x];
    int middle = lines[2][x];
    int below = lines[3][x];
    if (Math.abs(middle - above) < APART) {
      return false; // nearly all pixels end here
    }
    int low = Math.max(above, below) + APART;
    int high = Math.min(above, below) - APART;
    return lines[0][x] > low && middle > low && lines[4][x] > low
        || lines[0][x] < high && middle < high && lines[4][x] < high;
  }

  /** Where the middle line, or one beside it, differs from that of another frame. */
  private boolean[] moved(int y) {
    int width = lines[0].length;
    boolean[] moved = new boolean[width];
    int[] other = new int[width];
    for (LumaPlane neighbour : neighbours) {
      for (int line = -1; line <= 1; line++) {
        neighbour.read(y + line, other);
        int[] own = lines[LINES / 2 + line];
        for (int x = 0; x < width; x++) {
          moved[x] |= Math.abs(own[x] - other[x]) >= APART;
        }
      }
    }
    return moved;
  }
}
