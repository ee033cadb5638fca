package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where the units of a packet of MPEG video lie, each behind the bytes 0, 0, 1 and its code. */
final class StartCodeUnits {
  private static final int MOST = 1 << 16;

  private int[] begins = new int[1 << 10];
  private int count;
  private ByteBuffer packet;

  /** Finds the units of another packet. */
  void split(ByteBuffer another) throws UnprovenException {
    packet = another;
    count = 0;
    int zeros = 0;
    for (int i = 0; i + 1 < packet.limit(); i++) {
      byte next = packet.get(i);
      if (next == 1 && zeros >= 2) {
        add(i + 2);
      }
      zeros = next == 0 ? zeros + 1 : 0;
    }
  }

  private void add(int begin) throws UnprovenException {
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, 2 * count);
    }
    if (count == MOST) {
      throw new UnprovenException("is cut into more parts than can be read");
    }
    begins[count++] = begin;
  }

  int count() {
    return count;
  }

  /** The byte that says what the unit is. */
  int code(int unit) {
    return packet.get(begins[unit] - 1) & 255;
  }

  /** Behind the code. */
  int begin(int unit) {
    return begins[unit];
  }

  /** Before the next start code. */
  int end(int unit) {
    return unit + 1 < count ? begins[unit + 1] - 4 : packet.limit();
  }
}
