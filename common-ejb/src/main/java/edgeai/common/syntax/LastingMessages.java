package edgeai.common.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Supplemental messages of H.264 and HEVC that stay in force after their picture: how it is turned,
 * and another transfer of light. Where decoding may begin they have to be the same as at first.
 */
final class LastingMessages {
  private static final int DISPLAY_ORIENTATION = 47;
  private static final int ALTERNATIVE_TRANSFER = 147;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private byte[] first;

  /** Another packet begins. */
  void begin() {
    said.reset();
  }

  /** Takes a unit of messages, without its header. */
  void add(ByteBuffer packet, int from, int length) throws UnprovenException {
    BitInput in = BitInput.unescaped(packet, from, length);
    while (in.left() > 16) {
      int type = sum(in);
      int size = sum(in);
      boolean lasts = type == DISPLAY_ORIENTATION || type == ALTERNATIVE_TRANSFER;
      if (lasts) {
        said.write(type);
      }
      for (int i = 0; i < size && in.left() >= 8; i++) {
        int next = in.number(8);
        if (lasts) {
          said.write(next);
        }
      }
    }
  }

  private static int sum(BitInput in) throws UnprovenException {
    int sum = 0;
    int next;
    do {
      next = in.number(8);
      sum += next;
    } while (next == 255);
    return sum;
  }

  /** Holds those of a picture against those of the first one. */
  void check(boolean clean) throws UnprovenException {
    byte[] now = said.toByteArray();
    if (first == null) {
      first = now;
    }
    if ((clean || now.length > 0) && !Arrays.equals(first, now)) {
      throw new UnprovenException("says on the way how it is to be turned or coloured");
    }
  }
}
